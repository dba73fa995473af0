-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "criteria" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_person_id_hash_key" ON "saved_search"("person_id", "hash");

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
