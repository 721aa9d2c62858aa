/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-shortcuts.h"

#include <glib/gi18n.h>

/* The one table of keys: the application takes its accelerators from it, and the dialog shows it. */

static const TlShortcut workbook_shortcuts[] = {
  { "win.add", { "<Control>n" }, N_("Add what the view holds") },
  { "win.undo", { "<Control>z" }, N_("Undo") },
  { "win.redo", { "<Control><Shift>z", "<Control>y" }, N_("Redo") },
  { "win.search", { "<Control>f" }, N_("Search risks") },
  { "win.choose-day", { "<Control>t" }, N_("Show everything as it stood on another day") },
  { "win.today", { "<Control><Shift>t" }, N_("Back to today") },
  { "win.print", { "<Control>p" }, N_("Print") },
  { "win.history", { "<Control>h" }, N_("History") },
  { "win.save-as", { "<Control><Shift>s" }, N_("Save as") },
};

static const TlShortcut view_shortcuts[] = {
  { "win.show-view::overview", { "<Control>1" }, N_("Overview") },
  { "win.show-view::risks", { "<Control>2" }, N_("Risks") },
  { "win.show-view::owners", { "<Control>3" }, N_("Owners") },
  { "win.show-view::timeline", { "<Control>4" }, N_("Timeline") },
  { "win.show-view::places", { "<Control>5" }, N_("Places") },
  { "win.show-view::reviews", { "<Control>6" }, N_("Reviews") },
};

static const TlShortcut picture_shortcuts[] = {
  { NULL, { "Left", "Right" }, N_("Along the bars, the map or the timeline") },
  { NULL, { "Up", "Down" }, N_("From bar to bar, or along a column of the map") },
  { NULL, { "plus", "minus" }, N_("Look closer at the timeline, or at more of it") },
  { NULL, { "Home", "End" }, N_("The beginning or the end of the timeline") },
  { NULL, { "1", "2", "3" }, N_("The timeline since the risk was opened, of a quarter, of a year") },
  { NULL, { "4" }, N_("All of the timeline") },
  { NULL, { "Menu", "<Shift>F10" }, N_("Add something at the day that is chosen on the timeline") },
  { NULL, { "<Alt>Up", "<Alt>Down" }, N_("From step to step of the action that is followed") },
  { NULL, { "Escape" }, N_("One step back: from what is chosen, followed or hidden") },
};

static const TlShortcut review_shortcuts[] = {
  { NULL, { "<Control>Return" }, N_("Looked at, continue, next") },
  { NULL, { "<Control>Page_Up", "<Control>Page_Down" }, N_("The item before, or the next, without saying anything of this one") },
  { NULL, { "F11" }, N_("Large, to show on a wall") },
  { NULL, { "<Alt>Up", "<Alt>Down", "Delete" }, N_("Move a risk of an agenda that is proposed or changed, or take it off") },
};

static const TlShortcut help_shortcuts[] = {
  { NULL, { "<Alt>Left", "<Alt>Right" }, N_("Back to where you were, and forward again") },
  { NULL, { "<Alt>Home", "F1" }, N_("The contents of the help") },
  { NULL, { "<Control>f" }, N_("Search the help") },
};

static const TlShortcut program_shortcuts[] = {
  { "win.help", { "F1" }, N_("Help on what you are at") },
  { "app.new", { "<Control><Shift>n" }, N_("New workbook") },
  { "app.open", { "<Control>o" }, N_("Open a workbook") },
  { "app.preferences", { "<Control>comma" }, N_("Preferences") },
  { "app.shortcuts", { "<Control>question", "<Control><Shift>slash" }, N_("Keyboard shortcuts") },
  { "window.close", { "<Control>w" }, N_("Close the window") },
  { "app.quit", { "<Control>q" }, N_("Quit") },
};

static const TlShortcutGroup groups[] = {
  { N_("Workbook"), workbook_shortcuts, G_N_ELEMENTS (workbook_shortcuts) },
  { N_("Views"), view_shortcuts, G_N_ELEMENTS (view_shortcuts) },
  { N_("Within a View"), picture_shortcuts, G_N_ELEMENTS (picture_shortcuts) },
  { N_("In a Review"), review_shortcuts, G_N_ELEMENTS (review_shortcuts) },
  { N_("In the Help"), help_shortcuts, G_N_ELEMENTS (help_shortcuts) },
  { N_("Program"), program_shortcuts, G_N_ELEMENTS (program_shortcuts) },
};

/**
 * tl_shortcuts_list:
 * @n_groups: (out): how many
 *
 * Returns: (transfer none) (array length=n_groups): all shortcuts, by what they are about
 */
const TlShortcutGroup *
tl_shortcuts_list (guint *n_groups)
{
  *n_groups = G_N_ELEMENTS (groups);
  return groups;
}

/**
 * tl_shortcuts_install:
 * @application: the application
 *
 * Lets the keys do what the table says.
 */
void
tl_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < groups[i].n_shortcuts; j++)
      if (groups[i].shortcuts[j].action != NULL)
        gtk_application_set_accels_for_action (application, groups[i].shortcuts[j].action,
                                               groups[i].shortcuts[j].accelerators);
}

/**
 * tl_shortcut_dup_keys:
 * @accelerator: keys, as GTK writes them
 *
 * Returns: (transfer full): the keys as they stand on a keyboard: "Ctrl+Shift+Z"
 */
char *
tl_shortcut_dup_keys (const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    return g_strdup (accelerator);
  return gtk_accelerator_get_label (key, modifiers);
}
