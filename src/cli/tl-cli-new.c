/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"
#include "tl-cli-document.h"

#include <glib/gi18n.h>

static char *provider;
static char *seed;

static const GOptionEntry entries[] = {
  { "provider", 0, 0, G_OPTION_ARG_STRING, &provider, N_("The provider's name"), N_("NAME") },
  { "seed", 0, 0, G_OPTION_ARG_STRING, &seed, N_("Make the same ids each time, at the time in SOURCE_DATE_EPOCH"),
    N_("TEXT") },
  G_OPTION_ENTRY_NULL
};

static gboolean
name_provider (TlCliDocument  *document,
               GError        **error)
{
  g_autoptr (TlChange) change = tl_change_new ("workbook.provider");
  TlId id = tl_setting_get_id (tl_store_get_document (tl_cli_document_get_store (document)), TL_KEY_PROVIDER);

  if (provider == NULL || *g_strstrip (provider) == '\0')
    return TRUE;
  tl_change_add_row (change, TL_SETTING_TABLE, &id);
  tl_change_set_text (change, TL_SETTING_TABLE, &id, TL_SETTING_KEY, TL_KEY_PROVIDER);
  tl_change_set_text (change, TL_SETTING_TABLE, &id, TL_SETTING_VALUE, provider);
  return tl_cli_document_apply (document, change, error);
}

static TlCliExit
run (char **arguments)
{
  const char *path = arguments[0];
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlIdSource) ids = tl_cli_make_ids (seed, tl_cli_new_command.name, &error);
  g_autoptr (TlCliDocument) document = NULL;

  if (ids == NULL)
    return tl_cli_refuse (path, error->message);
  if (g_file_query_exists (file, NULL))
    return tl_cli_refuse (path, _("there is a file of that name already"));

  document = tl_cli_document_new (ids, &error);
  if (document == NULL || !name_provider (document, &error) || !tl_cli_document_save (document, path, &error))
    return tl_cli_refuse (path, error->message);
  return TL_CLI_EXIT_FINE;
}

const TlCliCommand tl_cli_new_command = {
  .name = "new",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_("Make an empty workbook"),
  .description = N_("FILE must not be there yet; its name should end in .throughline."),
  .entries = entries,
  .run = run,
};
