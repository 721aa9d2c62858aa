/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"
#include "tl-cli-document.h"

#include <glib/gi18n.h>

#include <stdio.h>

#include "tl-check-json.h"
#include "tl-format.h"

static char *as_at;
static char *risk_ref;
static char *format;
static gboolean series;

static const GOptionEntry entries[] = {
  { "as-at", 0, 0, G_OPTION_ARG_STRING, &as_at, N_("The day to judge by, instead of today"), N_("DATE") },
  { "risk", 0, 0, G_OPTION_ARG_STRING, &risk_ref, N_("Only this risk"), N_("REF") },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("How to write it: text or json"), N_("FORMAT") },
  { "series", 0, 0, G_OPTION_ARG_NONE, &series, N_("With every period of each measure, in JSON"), NULL },
  G_OPTION_ENTRY_NULL
};

static gboolean
is_shown (const TlRiskFacts *risk,
          const TlRiskFacts *only)
{
  return only == NULL || risk == only;
}

static void
say_risks (TlAssessment      *assessment,
           const TlRiskFacts *only)
{
  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      if (is_shown (risk->facts, only))
        tl_cli_say ("%-5s %-10s %-11s %s", risk->facts->base.ref != NULL ? risk->facts->base.ref : "",
                    tl_word_label (TL_TYPE_RISK_STATE, (int) risk->state),
                    g_dgettext (GETTEXT_PACKAGE, tl_position_get_word (risk->position)), risk->facts->title);
    }
}

/* Returns: how many are to be acted on */
static guint
say_findings (TlAssessment      *assessment,
              const TlRiskFacts *only,
              gboolean           aloud)
{
  guint n_act = 0;

  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (!is_shown (finding->risk, only))
        continue;
      n_act += finding->severity == TL_SEVERITY_ACT;
      if (!aloud)
        continue;
      tl_cli_say ("%-6s %-5s %s", tl_word_label (TL_TYPE_SEVERITY, (int) finding->severity),
                  finding->risk != NULL && finding->risk->base.ref != NULL ? finding->risk->base.ref : "",
                  finding->text);
      tl_cli_say ("%12s → %s", "", finding->settle);
    }
  return n_act;
}

static guint
say_text (TlAssessment      *assessment,
          const TlRiskFacts *only)
{
  g_autofree char *day = tl_format_day_long (tl_assessment_get_as_at (assessment));
  const char *provider = tl_snapshot_get_provider (tl_assessment_get_snapshot (assessment));
  guint n_act;

  tl_cli_say (_("%s as at %s"), *provider != '\0' ? provider : _("The workbook"), day);
  tl_cli_say ("%s", "");
  say_risks (assessment, only);
  tl_cli_say ("%s", "");
  n_act = say_findings (assessment, only, TRUE);
  if (n_act > 0)
    tl_cli_say (ngettext ("%u finding to act on.", "%u findings to act on.", n_act), n_act);
  else
    tl_cli_say (_("Nothing to act on."));
  return n_act;
}

static TlCliExit
check (TlAssessment *assessment,
       const char   *path)
{
  const TlRiskFacts *only = NULL;
  guint n_act;

  if (risk_ref != NULL)
    {
      g_autofree char *message = g_strdup_printf (_("there is no risk \"%s\""), risk_ref);

      only = tl_snapshot_find_ref (tl_assessment_get_snapshot (assessment), TL_TABLE_RISK, risk_ref);
      if (only == NULL)
        return tl_cli_refuse (path, message);
    }
  if (g_strcmp0 (format, "json") == 0)
    {
      g_autofree char *json = tl_check_to_json (assessment, only, series);

      /* JSON is UTF-8 whatever the terminal is. */
      fputs (json, stdout);
      n_act = say_findings (assessment, only, FALSE);
    }
  else
    n_act = say_text (assessment, only);
  return n_act > 0 ? TL_CLI_EXIT_ACT : TL_CLI_EXIT_FINE;
}

static TlCliExit
run (char **arguments)
{
  const char *path = arguments[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCliDocument) document = NULL;
  g_autoptr (TlAssessment) assessment = NULL;

  if (format != NULL && !g_str_equal (format, "text") && !g_str_equal (format, "json"))
    return tl_cli_refuse (NULL, _("--format is text or json"));
  document = tl_cli_document_open (path, NULL, &error);
  if (document != NULL)
    assessment = tl_cli_document_assess (document, as_at, &error);
  if (assessment == NULL)
    return tl_cli_refuse (path, error->message);
  return check (assessment, path);
}

const TlCliCommand tl_cli_check_command = {
  .name = "check",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_("Say what is missing, weak or contradictory in a workbook"),
  .description = N_("Ends with 0 when nothing is to be acted on, with 1 when something is, with 2 on an error. Without\n"
                    "--as-at, today is the workbook's own, as samples and practice cases have one, or the computer's."),
  .entries = entries,
  .run = run,
};
