/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"
#include "tl-cli-document.h"
#include "tl-cli-work.h"

#include <glib/gi18n.h>

#include "tl-foreign-book.h"
#include "tl-import-plan.h"
#include "tl-join-plan.h"
#include "tl-layout.h"
#include "tl-source.h"

static gboolean accept_good;
static gboolean dry_run;
static char *seed;
static char *place_name;

static const GOptionEntry entries[] = {
  { "accept-good", 0, 0, G_OPTION_ARG_NONE, &accept_good, N_("Import the rows that are good and leave out the others"),
    NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Say what would happen, and write nothing"), NULL },
  { "place", 0, 0, G_OPTION_ARG_STRING, &place_name, N_("Which place of FILE the other workbook is of"), N_("NAME") },
  { "seed", 0, 0, G_OPTION_ARG_STRING, &seed, N_("Make the same ids each time, at the time in SOURCE_DATE_EPOCH"),
    N_("TEXT") },
  G_OPTION_ENTRY_NULL
};

static void
list_problems (const char   *source,
               TlImportPlan *plan)
{
  guint unlisted = tl_import_plan_get_n_unlisted (plan);

  for (guint i = 0; i < tl_import_plan_get_n_problems (plan); i++)
    {
      g_autofree char *text = tl_import_problem_to_text (tl_import_plan_get_problem (plan, i));

      tl_cli_complain (source, text);
    }
  if (unlisted > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more problem", "and %u more problems", unlisted),
                                               unlisted);

      tl_cli_complain (source, text);
    }
  for (guint i = 0; accept_good && i < tl_import_plan_get_n_dependent (plan); i++)
    {
      g_autofree char *text = tl_import_problem_to_text (tl_import_plan_get_dependent (plan, i));

      tl_cli_complain (source, text);
    }
}

static void
list_counts (TlImportPlan *plan)
{
  for (guint i = 0; i < tl_import_plan_get_n_sheets (); i++)
    {
      TlImportCounts counts = tl_import_plan_get_counts (plan, i);
      g_autofree char *text = tl_import_counts_to_text (&counts);

      if (text != NULL)
        tl_cli_say ("%s: %s", tl_import_plan_get_sheet (i), text);
    }
  for (guint i = 0; i < tl_import_plan_get_n_notes (plan); i++)
    tl_cli_say (_("Note: %s"), tl_import_plan_get_note (plan, i));
}

/* What a trial is for. */
static void
list_differences (TlImportPlan *plan)
{
  guint unlisted = tl_import_plan_get_n_unlisted_differences (plan);

  for (guint i = 0; i < tl_import_plan_get_n_differences (plan); i++)
    {
      g_autofree char *text = tl_import_difference_to_text (tl_import_plan_get_difference (plan, i));

      tl_cli_say ("%s", text);
    }
  if (unlisted > 0)
    tl_cli_say (ngettext ("and %u more difference", "and %u more differences", unlisted), unlisted);
}

typedef struct
{
  GFile *source;
  TlSheets *sheets;
  TlSnapshot *existing;
  TlImportPlan *plan;
} Job;

static gboolean
read_source (gpointer   data,
             GError   **error)
{
  Job *job = data;

  job->sheets = tl_source_read (job->source, tl_cli_work_get_progress (), error);
  return job->sheets != NULL;
}

static gboolean
plan_import (gpointer   data,
             GError   **error)
{
  Job *job = data;

  job->plan = tl_import_plan_make (job->existing, g_steal_pointer (&job->sheets), tl_cli_work_get_progress (), error);
  return job->plan != NULL;
}

static TlImportPlan *
make_plan (TlCliDocument  *document,
           TlSheets       *sheets,
           GError        **error)
{
  g_autoptr (TlSnapshot) snapshot = tl_cli_document_load (document, error);
  Job job = { .sheets = sheets, .existing = snapshot };

  if (snapshot == NULL)
    {
      tl_sheets_free (sheets);
      return NULL;
    }
  tl_cli_work (_("Comparing"), plan_import, &job, error);
  return job.plan;
}

/* A change without edits would be a line in the history that says nothing. */
static gboolean
write_change (TlCliDocument  *document,
              TlChange       *change,
              const char     *path,
              GError        **error)
{
  if (tl_change_get_n_edits (change) == 0)
    {
      tl_cli_say (_("The workbook has all of this already; nothing was written."));
      return TRUE;
    }
  if (dry_run)
    {
      tl_cli_say (_("This was a trial; nothing was written."));
      return TRUE;
    }
  return tl_cli_document_apply (document, change, error) && tl_cli_document_save (document, NULL, error);
}

/* A council's plan or an old tracker can't be matched column by column on a command line. */
static void
point_to_window (GFile      *file,
                 const char *source)
{
  g_autoptr (TlForeignBook) book = tl_foreign_book_read (file, NULL, NULL);

  for (guint i = 0; book != NULL && i < tl_foreign_book_get_n_sheets (book); i++)
    {
      if (tl_foreign_sheet_is_ours (tl_foreign_book_get_sheet (book, i)))
        return;
    }
  if (book != NULL)
    tl_cli_complain (source, _("a spreadsheet that isn't ours can be imported in the window, where each of its columns is "
                               "matched with ours"));
}

static TlCliExit
import (TlCliDocument *document,
        const char    *path,
        const char    *source,
        GFile         *file,
        TlSheets      *sheets)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlImportPlan) plan = make_plan (document, sheets, &error);
  g_autoptr (TlChange) change = NULL;
  gboolean whole;

  if (plan == NULL)
    return tl_cli_refuse (path, error->message);

  whole = tl_import_plan_get_n_problems (plan) == 0;
  change = tl_import_plan_get_change (plan, accept_good);
  if (change != NULL)
    tl_change_ref (change);
  list_problems (source, plan);
  if (!whole)
    point_to_window (file, source);
  if (change == NULL)
    return tl_cli_refuse (path, accept_good ? _("nothing was imported, because a sheet can't be read")
                                            : _("nothing was imported; correct the rows, or import the good ones "
                                                "alone with --accept-good"));
  list_counts (plan);
  if (dry_run)
    list_differences (plan);
  /* What was read takes as much room as what will be written. */
  g_clear_pointer (&plan, tl_import_plan_free);
  if (!write_change (document, change, path, &error))
    return tl_cli_refuse (path, error->message);
  return whole ? TL_CLI_EXIT_FINE : TL_CLI_EXIT_ERROR;
}

static void
list_merge (const TlMergeResult *merged)
{
  tl_cli_say (ngettext ("%u change came from the other copy.", "%u changes came from the other copy.",
                        merged->n_changes), merged->n_changes);
  if (merged->conflicts == NULL)
    tl_cli_say (_("Which fields two people have set differently can’t be listed just now; “throughline-cli history” tells "
                  "what both did."));
  if (merged->conflicts == NULL || merged->conflicts->len == 0)
    return;
  tl_cli_say (ngettext ("%u field was set differently by two people; the later value stands until somebody sets it:",
                        "%u fields were set differently by two people; the later values stand until somebody sets them:",
                        merged->conflicts->len), merged->conflicts->len);
  for (guint i = 0; i < merged->conflicts->len; i++)
    tl_cli_say ("%s", ((const TlConflict *) g_ptr_array_index (merged->conflicts, i))->sentence);
}

static const TlPlaceFacts *
find_place (TlSnapshot *snapshot)
{
  const TlPlaceFacts *place = tl_snapshot_find_ref (snapshot, TL_TABLE_PLACE, place_name);

  for (guint i = 0; place == NULL && i < tl_snapshot_count (snapshot, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *tried = tl_snapshot_get (snapshot, TL_TABLE_PLACE, i);

      if (g_str_equal (tried->name, place_name))
        place = tried;
    }
  return place;
}

/* Which place another workbook is of can't be guessed. */
static TlCliExit
ask_place (TlSnapshot *snapshot,
           const char *source)
{
  if (place_name == NULL)
    tl_cli_complain (source, _("it is another workbook, not a copy of this one; say with --place which place it is of:"));
  else
    tl_cli_complain (source, _("there is no place with the name given by --place; there are:"));
  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_PLACE); i++)
    tl_cli_complain (source, ((const TlPlaceFacts *) tl_snapshot_get (snapshot, TL_TABLE_PLACE, i))->name);
  return TL_CLI_EXIT_ERROR;
}

static void
list_join (const TlJoinPlan *plan)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      TlImportCounts counts = tl_join_plan_get_counts (plan, table);
      guint n_matched = tl_join_plan_get_n_matched (plan, table);
      g_autofree char *text = tl_import_counts_to_text (&counts);

      if (n_matched > 0)
        tl_cli_say (_("%1$s: %2$u already here"), _(tl_layout_get (table)->sheet), n_matched);
      if (text != NULL)
        tl_cli_say ("%s: %s", _(tl_layout_get (table)->sheet), text);
    }
  for (guint i = 0; i < tl_join_plan_get_n_notes (plan); i++)
    tl_cli_say (_("Note: %s"), tl_join_plan_get_note (plan, i));
}

static TlCliExit
join (TlCliDocument         *document,
      const char            *path,
      const char            *source,
      const TlOtherWorkbook *other)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlSnapshot) snapshot = tl_cli_document_load (document, &error);
  g_autoptr (TlJoinPlan) plan = NULL;
  const TlPlaceFacts *place;

  if (snapshot == NULL)
    return tl_cli_refuse (path, error->message);
  place = place_name != NULL ? find_place (snapshot) : NULL;
  if (place == NULL)
    return ask_place (snapshot, source);
  plan = tl_join_plan_new (snapshot, other->snapshot, other->brought, &place->base.id);
  list_join (plan);
  if (tl_change_get_n_edits (tl_join_plan_get_change (plan)) == 0)
    tl_cli_say (_("The workbook has all of this already; nothing was written."));
  else if (dry_run)
    tl_cli_say (_("This was a trial; nothing was written."));
  else if (!tl_cli_document_join (document, source, tl_join_plan_get_change (plan), &error)
           || !tl_cli_document_save (document, NULL, &error))
    return tl_cli_refuse (path, error->message);
  return TL_CLI_EXIT_FINE;
}

static TlCliExit
merge (TlCliDocument *document,
       const char    *path,
       const char    *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOtherWorkbook) other = tl_cli_document_read_other (document, source, &error);
  g_autoptr (TlMergeResult) merged = NULL;

  if (other == NULL)
    return tl_cli_refuse (source, error->message);
  if (!other->same)
    return join (document, path, source, other);
  merged = tl_cli_document_merge (document, source, &error);
  if (merged == NULL)
    return tl_cli_refuse (source, error->message);
  list_merge (merged);
  if (merged->n_changes == 0)
    tl_cli_say (_("The workbook has all of this already; nothing was written."));
  else if (dry_run)
    tl_cli_say (_("This was a trial; nothing was written."));
  else if (!tl_cli_document_save (document, NULL, &error))
    return tl_cli_refuse (path, error->message);
  return TL_CLI_EXIT_FINE;
}

static TlCliExit
run (char **arguments)
{
  const char *path = arguments[0], *source = arguments[1];
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlIdSource) ids = tl_cli_make_ids (seed, tl_cli_import_command.name, &error);
  g_autoptr (TlCliDocument) document = NULL;
  Job job = { .source = file };

  if (ids == NULL)
    return tl_cli_refuse (path, error->message);
  document = tl_cli_document_open (path, ids, &error);
  if (document == NULL)
    return tl_cli_refuse (path, error->message);
  if (tl_store_get_read_only (tl_cli_document_get_store (document)))
    return tl_cli_refuse (path, _("the file can't be written"));
  if (g_str_has_suffix (source, ".throughline"))
    return merge (document, path, source);
  if (!tl_cli_work (_("Reading"), read_source, &job, &error))
    {
      point_to_window (file, source);
      return tl_cli_refuse (source, error->message);
    }
  return import (document, path, source, file, job.sheets);
}

const TlCliCommand tl_cli_import_command = {
  .name = "import",
  .arguments = "FILE SOURCE",
  .n_arguments = 2,
  .summary = N_("Bring a spreadsheet, a folder of CSV files, or another copy, into a workbook"),
  .description = N_("SOURCE is a spreadsheet (.xlsx), or a folder of CSV files in UTF-8 that are named as its sheets would\n"
                    "be, such as Risks.csv. A row that the workbook has already is brought up to date, so importing the same\n"
                    "twice changes nothing.\n\n"
                    "All or nothing: if anything is wrong, every problem is listed with its sheet, row and column, and\n"
                    "nothing is written. With --accept-good the good rows are written; the command still ends with 2.\n\n"
                    "SOURCE may also be another copy of the same workbook, ending in .throughline: what was changed there\n"
                    "and here is united, and the fields that both set differently are listed. Of another workbook, such as a\n"
                    "location's own, everything is brought in, once --place says which place it is of."),
  .entries = entries,
  .run = run,
};
