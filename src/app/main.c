/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "tl-application.h"
#include "tl-locale.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TlApplication) application = NULL;

  setlocale (LC_ALL, "");
  tl_locale_bind_words (LOCALE_DIR);

  application = tl_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
