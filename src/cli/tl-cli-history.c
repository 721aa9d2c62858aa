/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"
#include "tl-cli-document.h"

#include <glib/gi18n.h>
#include <string.h>

static char *risk_ref;

static const GOptionEntry entries[] = {
  { "risk", 0, 0, G_OPTION_ARG_STRING, &risk_ref, N_("Only what touched this risk"), N_("REF") },
  G_OPTION_ENTRY_NULL
};

/* Somebody may have gone on working for years. */
#define PAGE 200

static gboolean
find_risk (TlCliDocument   *document,
           TlHistoryQuery  *query,
           GError         **error)
{
  g_autoptr (TlSnapshot) snapshot = tl_cli_document_load (document, error);
  const TlFacts *risk;

  if (snapshot == NULL)
    return FALSE;
  risk = tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, risk_ref);
  if (risk == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("there is no risk \"%s\""), risk_ref);
      return FALSE;
    }
  query->risk = risk->id;
  return TRUE;
}

/* What a change with several edits did besides what its sentence says. An import is told of as a whole. */
static void
say_change (TlHistoryEntry *entry)
{
  const char * const *details = tl_history_entry_get_details (entry);

  tl_cli_say ("%s  %s", tl_history_entry_get_when (entry), tl_history_entry_get_sentence (entry));
  if (g_strv_length ((GStrv) details) < 2 || strcmp (tl_history_entry_get_kind (entry), TL_CHANGE_KIND_IMPORT) == 0)
    return;
  for (guint i = 0; details[i] != NULL; i++)
    tl_cli_say ("    %s", details[i]);
}

static gboolean
say_history (TlCliDocument   *document,
             TlHistoryQuery  *query,
             GError         **error)
{
  guint n = PAGE;

  query->most = PAGE;
  while (n == PAGE)
    {
      g_autoptr (GPtrArray) page = tl_cli_document_list_history (document, query, error);

      if (page == NULL)
        return FALSE;
      n = page->len;
      for (guint i = 0; i < n; i++)
        say_change (g_ptr_array_index (page, i));
      if (n > 0)
        query->before = *tl_history_entry_get_id (g_ptr_array_index (page, n - 1));
    }
  return TRUE;
}

static TlCliExit
run (char **arguments)
{
  const char *path = arguments[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCliDocument) document = tl_cli_document_open (path, NULL, &error);
  TlHistoryQuery query = { .most = 0 };

  if (document == NULL || (risk_ref != NULL && !find_risk (document, &query, &error))
      || !say_history (document, &query, &error))
    return tl_cli_refuse (path, error->message);
  return TL_CLI_EXIT_FINE;
}

const TlCliCommand tl_cli_history_command = {
  .name = "history",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_("Say who changed what in a workbook, and when"),
  .description = N_("The latest change comes first. Names are what people said they are."),
  .entries = entries,
  .run = run,
};
