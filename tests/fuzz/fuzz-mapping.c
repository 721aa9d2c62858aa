/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include "test-workbook.h"
#include "tl-csv-reader.h"
#include "tl-foreign-memory.h"
#include "tl-foreign-result.h"

/* A spreadsheet that isn't ours, or what is remembered of one: what is guessed and made of it, in a workbook that has
 * rows like its. */

static const char facts[] =
  "People\n"
  "Ref | Name        | Role\n"
  "P1  | Asha Dale   | Registered manager\n"
  "P2  | Tomasz Wrona | Medicines lead\n"
  "\n"
  "Risks\n"
  "Ref | Title                    | Theme     | Likelihood | Impact | Opened\n"
  "R1  | Medicines records had gaps | medicines | 4          | 4      | 2026-01-05\n"
  "R2  | Late visits              | staffing  |            |        |\n"
  "\n"
  "Actions\n"
  "Ref | Risk | Title                          | Due        | Done\n"
  "A1  | R1   | Audit charts                   | 2026-03-01 |\n"
  "A2  | R1   | Retrain staff (due: ongoing)   |            | 2026-03-02\n";

static TlSnapshot *existing;
static TlForeignBook *plan;

static TlForeignBook *
read_book (const char *data,
           gsize       length)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_sheet_free);
  TlSheet *sheet = tl_sheet_new ("Plan");
  guint8 seed = length > 0 ? (guint8) data[length / 2] : 0;

  g_ptr_array_add (sheets, sheet);
  if (!tl_csv_parse (sheet, data, length, memchr (data, ';', length) != NULL ? ';' : ',', NULL))
    return NULL;
  /* Merged cells come with the file too, and needn't make sense. */
  for (guint i = 0; i < seed % 8u; i++)
    {
      guint8 byte = (guint8) data[(i * 31u + seed) % length];
      guint row = 1 + byte % 9u, column = (byte >> 4) % 6u;

      tl_sheet_add_merge (sheet, &(TlSheetMerge) { row, column, row + seed % 4u, column + byte % 5u }, NULL);
    }
  return tl_foreign_book_new ("Plan.csv", sheets);
}

static void
work_out (TlForeignBook   *book,
          TlForeignMemory *memory)
{
  g_autoptr (TlForeignMapping) mapping = tl_foreign_mapping_guess (book, existing, memory);
  g_autoptr (TlForeignResult) result = tl_foreign_result_new (book, mapping, existing);

  tl_foreign_mapping_set_as_of (mapping, TL_NO_DAY);
  tl_foreign_mapping_set_split (mapping, 0, FALSE);
  tl_foreign_result_free (g_steal_pointer (&result));
  result = tl_foreign_result_new (book, mapping, existing);
  for (guint i = 0; i < tl_import_plan_get_n_problems (result->plan); i++)
    g_free (tl_import_problem_to_text (tl_import_plan_get_problem (result->plan, i)));
}

static void
begin (GPtrArray *seeds)
{
  gsize length;
  const char *text;

  existing = test_workbook_read (facts, NULL);
  for (guint i = 0; plan == NULL && i < seeds->len; i++)
    {
      text = g_bytes_get_data (g_ptr_array_index (seeds, i), &length);
      if (*text != '[')
        plan = read_book (text, length);
    }
}

static void
try (GBytes *input)
{
  gsize length;
  const char *data = g_bytes_get_data (input, &length);

  if (length > 0 && data[0] == '[')
    {
      g_autoptr (TlForeignMemory) memory = tl_foreign_memory_parse (data, length);

      work_out (plan, memory);
    }
  else if (length > 0)
    {
      g_autoptr (TlForeignBook) book = read_book (data, length);

      if (book != NULL)
        work_out (book, NULL);
    }
}

static void
end (void)
{
  tl_snapshot_unref (existing);
  tl_foreign_book_unref (plan);
}

const FuzzTarget fuzz_target = { "mapping", 5000, begin, try, end };
