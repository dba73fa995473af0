"use client";

import { useEffect, useRef, useState } from "react";

const TONES = { bid: [660, 0.09], outbid: [330, 0.25] } as const;

/** A short tone for every new bid, a lower one when one was outbid; only after the listener has asked for it, as browsers demand a gesture. */
export function useLotSound(sequence: number, isOutbid: boolean): { readonly isOn: boolean; readonly toggle: () => void } {
  const [isOn, setIsOn] = useState(false);
  const audio = useRef<AudioContext | null>(null);
  const heard = useRef(sequence);

  useEffect(() => {
    if (sequence === heard.current) return;
    heard.current = sequence;
    if (!isOn || audio.current === null) return;
    const [frequency, seconds] = isOutbid ? TONES.outbid : TONES.bid;
    const tone = audio.current.createOscillator();
    const volume = audio.current.createGain();
    tone.frequency.value = frequency;
    volume.gain.value = 0.12;
    tone.connect(volume).connect(audio.current.destination);
    tone.start();
    tone.stop(audio.current.currentTime + seconds);
  }, [sequence, isOutbid, isOn]);

  return {
    isOn,
    toggle: () => {
      audio.current ??= new AudioContext();
      setIsOn((on) => !on);
    },
  };
}
