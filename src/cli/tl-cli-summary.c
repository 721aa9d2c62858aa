/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"
#include "tl-cli-document.h"
#include "tl-cli-work.h"

#include <glib/gi18n.h>

#include "tl-report-fonts.h"
#include "tl-report.h"

static char *as_at;
static char *report_name;
static char *review_ref;
static char **risk_refs;

static const GOptionEntry entries[] = {
  { "as-at", 0, 0, G_OPTION_ARG_STRING, &as_at, N_("The day to judge by, instead of today"), N_("DATE") },
  { "report", 0, 0, G_OPTION_ARG_STRING, &report_name, N_("What to print; evidence, unless another kind is named"), N_("KIND") },
  { "review", 0, 0, G_OPTION_ARG_STRING, &review_ref, N_("The review that it is of, or for"), N_("REF") },
  { "risk", 0, 0, G_OPTION_ARG_STRING_ARRAY, &risk_refs, N_("Only this risk; may be given several times"), N_("REF") },
  G_OPTION_ENTRY_NULL
};

/* The words for all kinds, as "evidence, pack, timeline". */
static char *
list_kinds (void)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (int i = 0; i < TL_N_REPORT_KINDS; i++)
    g_strv_builder_add (words, tl_report_kind_get_info ((TlReportKind) i)->word);
  list = g_strv_builder_end (words);

  return g_strjoinv (", ", list);
}

static gboolean
find_kind (TlReportKind *kind)
{
  *kind = TL_REPORT_KIND_EVIDENCE;

  return report_name == NULL || tl_report_kind_from_word (report_name, kind);
}

static gboolean
choose_review (TlReport    *report,
               TlSnapshot  *snapshot,
               GError     **error)
{
  const TlReportKindInfo *info = tl_report_kind_get_info (tl_report_get_kind (report));
  const TlFacts *review = NULL;

  if (review_ref == NULL)
    return TRUE;
  if (!(info->traits & (TL_REPORT_OF_REVIEW | TL_REPORT_FOR_REVIEW)))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("\"%s\" isn't of a review; leave --review out"),
                   info->word);
      return FALSE;
    }
  review = tl_snapshot_find_ref (snapshot, TL_TABLE_REVIEW, review_ref);
  if (review == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("there is no review \"%s\""), review_ref);
      return FALSE;
    }
  tl_report_set_review (report, &review->id);
  return TRUE;
}

static gboolean
choose_risks (TlReport    *report,
              TlSnapshot  *snapshot,
              GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (guint i = 0; risk_refs != NULL && risk_refs[i] != NULL; i++)
    {
      const TlFacts *risk = tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, risk_refs[i]);

      if (risk == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("there is no risk \"%s\""), risk_refs[i]);
          return FALSE;
        }
      g_array_append_val (ids, risk->id);
    }
  if (ids->len > 0)
    tl_report_set_risks (report, (const TlId *) (gpointer) ids->data, ids->len);
  return TRUE;
}

/* So many changes are read at a time. */
#define PAGE 1000

static GPtrArray *
read_changes (TlCliDocument  *document,
              const TlId     *risk,
              GError        **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);
  TlHistoryQuery query = { .risk = *risk, .most = PAGE };
  guint n = PAGE;

  while (n == PAGE)
    {
      g_autoptr (GPtrArray) page = tl_cli_document_list_history (document, &query, error);

      if (page == NULL)
        return NULL;
      n = page->len;
      if (n > 0)
        query.before = *tl_history_entry_get_id (g_ptr_array_index (page, n - 1));
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (changes, g_object_ref (g_ptr_array_index (page, i)));
    }
  return g_steal_pointer (&changes);
}

/* Of the chosen risks, or of all. */
static gboolean
give_changes (TlCliDocument  *document,
              TlReport       *report,
              TlSnapshot     *snapshot,
              GError        **error)
{
  if (!(tl_report_kind_get_info (tl_report_get_kind (report))->traits & TL_REPORT_OF_CHANGES))
    return TRUE;
  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_RISK); i++)
    {
      const TlFacts *risk = tl_snapshot_get (snapshot, TL_TABLE_RISK, i);
      g_autoptr (GPtrArray) changes = NULL;

      if (risk_refs != NULL && (risk->ref == NULL || !g_strv_contains ((const char * const *) risk_refs, risk->ref)))
        continue;
      changes = read_changes (document, &risk->id, error);
      if (changes == NULL)
        return FALSE;
      tl_report_set_changes (report, &risk->id, changes);
    }
  return TRUE;
}

static TlReport *
make_report (TlCliDocument  *document,
             TlReportKind    kind,
             GError        **error)
{
  TlStore *store = tl_cli_document_get_store (document);
  g_autoptr (TlAssessment) assessment = tl_cli_document_assess (document, as_at, error);
  g_autofree char *fingerprint = NULL;
  g_autoptr (TlReport) report = NULL;

  if (assessment == NULL)
    return NULL;
  report = tl_report_new (assessment, kind);
  if (!choose_risks (report, tl_assessment_get_snapshot (assessment), error)
      || !choose_review (report, tl_assessment_get_snapshot (assessment), error)
      || !give_changes (document, report, tl_assessment_get_snapshot (assessment), error))
    return NULL;
  tl_report_set_store (report, store);
  fingerprint = tl_store_get_fingerprint (store);
  tl_report_set_history (report, fingerprint, tl_store_get_recorded (store));
  return g_steal_pointer (&report);
}

typedef struct
{
  TlReport *report;
  GFile *pdf;
} Job;

static gboolean
write_pdf (gpointer   data,
           GError   **error)
{
  Job *job = data;

  return tl_report_save_pdf (job->report, job->pdf, tl_cli_work_get_progress (), error);
}

static TlCliExit
run (char **arguments)
{
  const char *path = arguments[0], *out = arguments[1];
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFile) pdf = g_file_new_for_commandline_arg (out);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCliDocument) document = NULL;
  g_autoptr (TlReport) report = NULL;
  GThread *fonts;
  TlReportKind kind;

  if (!find_kind (&kind))
    {
      g_autofree char *words = list_kinds ();
      g_autofree char *sentence = g_strdup_printf (_("--report is one of these: %s"), words);

      return tl_cli_refuse (NULL, sentence);
    }
  if (g_file_equal (file, pdf))
    return tl_cli_refuse (out, _("this is the workbook itself; give the paper a name of its own"));

  fonts = tl_report_prepare_fonts ();
  document = tl_cli_document_open (path, NULL, &error);
  if (document != NULL)
    report = make_report (document, kind, &error);
  g_clear_pointer (&fonts, g_thread_join);
  if (report == NULL)
    return tl_cli_refuse (path, error->message);
  if (!tl_cli_work (_("Printing"), write_pdf, &(Job) { report, pdf }, &error))
    {
      tl_cli_explain_writing (&error);
      return tl_cli_refuse (out, error->message);
    }
  return TL_CLI_EXIT_FINE;
}

static char *
describe (void)
{
  g_autoptr (GString) text = g_string_new (_("Kinds of report:\n"));

  for (int i = 0; i < TL_N_REPORT_KINDS; i++)
    g_string_append_printf (text, "  %-12s %s\n", tl_report_kind_get_info ((TlReportKind) i)->word,
                            tl_report_kind_get_summary ((TlReportKind) i));
  g_string_append (text, _("Without --risk, all open risks are printed. Without --as-at, today is the workbook's own, as\n"
                           "samples and practice cases have one, or the computer's."));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

const TlCliCommand tl_cli_summary_command = {
  .name = "summary",
  .arguments = "FILE OUT.pdf",
  .n_arguments = 2,
  .summary = N_("Print a workbook to PDF"),
  .describe = describe,
  .entries = entries,
  .at_once = TRUE,
  .run = run,
};
