/** The empty app: what React and Next cost before anybody has written anything. */
export default function Page() {
  return <p>空</p>;
}
