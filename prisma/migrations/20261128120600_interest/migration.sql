-- CreateTable
CREATE TABLE "follow" (
    "person_id" UUID NOT NULL,
    "kind" "SearchKind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("person_id","kind","subject_id")
);

-- CreateTable
CREATE TABLE "view_count" (
    "kind" "SearchKind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "views" INTEGER NOT NULL,

    CONSTRAINT "view_count_pkey" PRIMARY KEY ("kind","subject_id","on")
);

-- CreateIndex
CREATE INDEX "follow_kind_subject_id_idx" ON "follow"("kind", "subject_id");

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
