/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"

#include <glib/gi18n.h>

#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdlib.h>
#include <string.h>

#include "tl-locale.h"

static const TlCliCommand *commands[] = {
  &tl_cli_new_command,
  &tl_cli_import_command,
  &tl_cli_export_command,
  &tl_cli_check_command,
  &tl_cli_summary_command,
  &tl_cli_verify_command,
  &tl_cli_history_command,
};

static void
show_commands (void)
{
  g_print ("%s\n  throughline-cli %s\n\n%s\n", _("Usage:"), _("COMMAND [OPTION…] FILE…"),
           _("Throughline's workbooks without a window."));
  g_print ("\n%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i]->name, _(commands[i]->summary));
  g_print ("\n%s\n", _("“throughline-cli COMMAND --help” tells more about one of them; --version tells the version."));
  g_print ("%s\n", _("A command that is refused ends with 2, says why, and leaves every file as it was."));
}

/* Options and files in any order; what isn't an option is a file. */
static TlCliExit
run_command (const TlCliCommand  *command,
             int                  argc,
             char               **argv)
{
  g_autofree char *parameters = g_strdup_printf ("%s %s", command->name, command->arguments);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_auto (GStrv) files = NULL;
  GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *hint = g_strdup_printf (_("“throughline-cli %s --help” tells how to use it."), command->name);
  g_autofree char *description = command->describe != NULL ? command->describe () : g_strdup (_(command->description));

  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, command->entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, rest, NULL);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      tl_cli_complain (NULL, error->message);
      return tl_cli_refuse (NULL, hint);
    }
  if ((files != NULL ? g_strv_length (files) : 0) != command->n_arguments)
    {
      g_autofree char *message = g_strdup_printf (_("what %s works on is: %s"), command->name, command->arguments);

      tl_cli_complain (NULL, message);
      return tl_cli_refuse (NULL, hint);
    }
#ifdef __GLIBC__
  /* Most commands do one thing after another, on one thread or another; what one gives back serves the next. Threads that
   * work at once would wait for one another's memory. */
  if (!command->at_once)
    mallopt (M_ARENA_MAX, 1);
#endif
  return command->run (files);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  tl_locale_bind_words (LOCALE_DIR);
  g_set_prgname ("throughline-cli");

  if (argc < 2)
    {
      show_commands ();
      return TL_CLI_EXIT_ERROR;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      show_commands ();
      return TL_CLI_EXIT_FINE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("throughline-cli %s\n", PACKAGE_VERSION);
      return TL_CLI_EXIT_FINE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      /* The command's name goes, the program's stays. */
      if (g_str_equal (argv[1], commands[i]->name))
        {
          memmove (&argv[1], &argv[2], (gsize) (argc - 1) * sizeof *argv);
          return run_command (commands[i], argc - 1, argv);
        }
    }
  tl_cli_complain (argv[1], _("there is no such command; “throughline-cli --help” lists them"));
  return TL_CLI_EXIT_ERROR;
}
