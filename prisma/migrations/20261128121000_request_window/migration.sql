-- CreateTable: unlogged, for allowances need not survive a crash and should cost next to nothing.
CREATE UNLOGGED TABLE "request_window" (
    "caller" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(0) NOT NULL,
    "requests" INTEGER NOT NULL,

    CONSTRAINT "request_window_pkey" PRIMARY KEY ("caller","began_at")
);

-- CreateIndex
CREATE INDEX "request_window_began_at_idx" ON "request_window"("began_at");
