/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlCliExit:
 * @TL_CLI_EXIT_FINE: done
 * @TL_CLI_EXIT_ACT: `check` found something to act on, or `verify` a break
 * @TL_CLI_EXIT_ERROR: refused, or not all of it done; the reason is on standard error
 *
 * How a command ends, for the program that called it.
 */
typedef enum
{
  TL_CLI_EXIT_FINE = 0,
  TL_CLI_EXIT_ACT = 1,
  TL_CLI_EXIT_ERROR = 2,
} TlCliExit;

/**
 * TlCliCommand:
 * @name: what it is called by
 * @arguments: the arguments that it must have, as its help names them
 * @n_arguments: how many they are
 * @summary: what it does, in a few words
 * @description: (nullable): what else there is to know
 * @describe: (nullable): says it instead, where it isn't known beforehand
 * @entries: its options
 * @at_once: whether several threads of it work at once
 * @run: does it
 *
 * A command of throughline-cli.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  guint n_arguments;
  const char *summary;
  const char *description;
  char *(*describe) (void);
  const GOptionEntry *entries;
  gboolean at_once;
  TlCliExit (*run) (char **arguments);
} TlCliCommand;

extern const TlCliCommand tl_cli_new_command;
extern const TlCliCommand tl_cli_import_command;
extern const TlCliCommand tl_cli_export_command;
extern const TlCliCommand tl_cli_check_command;
extern const TlCliCommand tl_cli_summary_command;
extern const TlCliCommand tl_cli_verify_command;
extern const TlCliCommand tl_cli_history_command;

void      tl_cli_say      (const char *format,
                           ...) G_GNUC_PRINTF (1, 2);
void      tl_cli_complain (const char *path,
                           const char *message);
TlCliExit tl_cli_refuse   (const char *path,
                           const char *message);

G_END_DECLS
