/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"
#include "tl-cli-document.h"
#include "tl-cli-work.h"

#include <glib/gi18n.h>

#include "tl-export-file.h"

static const GOptionEntry entries[] = {
  G_OPTION_ENTRY_NULL
};

typedef struct
{
  GFile *out;
  TlExportOptions options;
} Job;

static gboolean
write_out (gpointer   data,
           GError   **error)
{
  Job *job = data;

  return tl_export_file (job->out, &job->options, tl_cli_work_get_progress (), error);
}

static gboolean
export (TlCliDocument  *document,
        GFile          *out,
        GError        **error)
{
  g_autoptr (TlSnapshot) snapshot = tl_cli_document_load (document, error);
  Job job = { out, { snapshot, tl_store_get_recorded (tl_cli_document_get_store (document))} };

  return snapshot != NULL && tl_cli_work (_("Exporting"), write_out, &job, error);
}

static TlCliExit
run (char **arguments)
{
  const char *path = arguments[0], *target = arguments[1];
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFile) out = g_file_new_for_commandline_arg (target);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCliDocument) document = NULL;

  if (g_file_equal (file, out))
    return tl_cli_refuse (target, _("this is the workbook itself; give the export a name of its own"));
  document = tl_cli_document_open (path, NULL, &error);
  if (document == NULL)
    return tl_cli_refuse (path, error->message);
  if (!export (document, out, &error))
    {
      tl_cli_explain_writing (&error);
      return tl_cli_refuse (target, error->message);
    }
  tl_cli_say (_("Attachments and the history of changes aren't in an export; the workbook itself has them."));
  return TL_CLI_EXIT_FINE;
}

const TlCliCommand tl_cli_export_command = {
  .name = "export",
  .arguments = "FILE OUT",
  .n_arguments = 2,
  .summary = N_("Write a workbook as a spreadsheet, CSV or JSON"),
  .description = N_("OUT is a spreadsheet if it ends in .xlsx, JSON if it ends in .json, otherwise a new folder for CSV\n"
                    "files. Importing a spreadsheet or folder that was exported gives an equal workbook. Attachments and\n"
                    "the history of changes aren't in it."),
  .entries = entries,
  .run = run,
};
