/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"
#include "tl-cli-document.h"

#include <glib/gi18n.h>

#include "tl-fingerprint.h"

static char *fingerprint;

static const GOptionEntry entries[] = {
  { "fingerprint", 0, 0, G_OPTION_ARG_STRING, &fingerprint, N_("A fingerprint from paper or another copy"), N_("TEXT") },
  G_OPTION_ENTRY_NULL
};

static TlCliExit
say_followed (TlCliDocument        *document,
              const TlVerification *result,
              const char           *path)
{
  guint n = result->followed->len;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = tl_cli_document_read_changes (document, result->followed, &error);

  if (changes == NULL)
    return tl_cli_refuse (path, error->message);
  tl_cli_say (ngettext ("The fingerprint is one of its own; %u change followed it:",
                        "The fingerprint is one of its own; %u changes followed it:", n), n);
  for (guint i = 0; i < n; i++)
    {
      TlHistoryEntry *entry = g_ptr_array_index (changes, i);

      tl_cli_say ("%s  %s", tl_history_entry_get_when (entry), tl_history_entry_get_sentence (entry));
    }
  return TL_CLI_EXIT_FINE;
}

/* What was erased can't be told any more; that it was, by whom and when, can. */
static TlCliExit
say_erased (TlCliDocument        *document,
            const TlVerification *result,
            const char           *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (result->erasures->len == 0)
    return TL_CLI_EXIT_FINE;
  changes = tl_cli_document_read_changes (document, result->erasures, &error);
  if (changes == NULL)
    return tl_cli_refuse (path, error->message);
  if (result->n_erased == 0)
    tl_cli_say (_("Names of people who made changes were erased for good:"));
  else
    tl_cli_say (ngettext ("Something was erased for good from %u of its changes:",
                          "Something was erased for good from %u of its changes:", result->n_erased), result->n_erased);
  for (guint i = 0; i < changes->len; i++)
    {
      TlHistoryEntry *entry = g_ptr_array_index (changes, i);

      tl_cli_say ("%s  %s", tl_history_entry_get_when (entry), tl_history_entry_get_sentence (entry));
    }
  return TL_CLI_EXIT_FINE;
}

static TlCliExit
say_result (TlCliDocument        *document,
            const TlVerification *result,
            const char           *path)
{
  char text[TL_FINGERPRINT_LENGTH + 1];

  if (result->fault != NULL)
    {
      tl_cli_complain (path, result->fault);
      return TL_CLI_EXIT_ACT;
    }
  tl_fingerprint_write (&result->head, text);
  tl_cli_say (ngettext ("The workbook is what its history of %u change says.",
                        "The workbook is what its history of %u changes says.", result->n_changes), result->n_changes);
  tl_cli_say (_("Its fingerprint is %s."), text);
  if (result->fingerprint == TL_FINGERPRINT_STATE_HEAD)
    tl_cli_say (_("The fingerprint is that of its latest change."));
  if (say_erased (document, result, path) != TL_CLI_EXIT_FINE)
    return TL_CLI_EXIT_ERROR;
  return result->fingerprint == TL_FINGERPRINT_STATE_BEFORE ? say_followed (document, result, path) : TL_CLI_EXIT_FINE;
}

static TlCliExit
run (char **arguments)
{
  const char *path = arguments[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCliDocument) document = tl_cli_document_open (path, NULL, &error);
  g_autoptr (TlVerification) result = NULL;

  if (document != NULL)
    result = tl_cli_document_verify (document, fingerprint, &error);
  if (result != NULL)
    return say_result (document, result, path);
  tl_cli_complain (path, error->message);
  /* What can't even be opened since it is damaged doesn't hold either. */
  return g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT) ? TL_CLI_EXIT_ACT : TL_CLI_EXIT_ERROR;
}

const TlCliCommand tl_cli_verify_command = {
  .name = "verify",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_("Say whether a workbook is what its history says"),
  .description = N_("Reads every change from the first, and compares what they say with the workbook. Somebody who\n"
                    "writes the whole history anew can only be found out by a fingerprint that was kept elsewhere.\n"
                    "Ends with 0 when all holds, with 1 and the first break when it doesn't, with 2 on an error."),
  .entries = entries,
  .run = run,
};
