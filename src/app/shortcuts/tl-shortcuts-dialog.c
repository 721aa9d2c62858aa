/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-shortcuts-dialog.h"

#include <glib/gi18n.h>

#include "tl-shortcuts.h"

struct _TlShortcutsDialog
{
  AdwDialog parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (TlShortcutsDialog, tl_shortcuts_dialog, ADW_TYPE_DIALOG)

static void
add_keys (GtkWidget  *row,
          const char *keys)
{
  GtkWidget *label = gtk_label_new (keys);

  gtk_widget_add_css_class (label, "keys");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static GtkWidget *
make_row (const TlShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *name = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  /* A second way to type the same keys isn't worth a mention. */
  for (guint i = 0; shortcut->accelerators[i] != NULL && (i == 0 || shortcut->action == NULL); i++)
    {
      g_autofree char *keys = tl_shortcut_dup_keys (shortcut->accelerators[i]);

      add_keys (row, keys);
      g_string_append_printf (all, all->len > 0 ? ", %s" : "%s", keys);
    }
  /* Translators: what keys do, and the keys: "Undo: Ctrl+Z" */
  name = g_strdup_printf (_("%1$s: %2$s"), _(shortcut->title), all->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
tl_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (tl_shortcuts_dialog_parent_class)->dispose (object);
}

static void
tl_shortcuts_dialog_class_init (TlShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/throughline/Throughline/shortcuts/shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlShortcutsDialog, page);
}

static void
tl_shortcuts_dialog_init (TlShortcutsDialog *self)
{
  guint n_groups;
  const TlShortcutGroup *groups = tl_shortcuts_list (&n_groups);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < n_groups; i++)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

      adw_preferences_group_set_title (group, _(groups[i].title));
      for (guint j = 0; j < groups[i].n_shortcuts; j++)
        adw_preferences_group_add (group, make_row (&groups[i].shortcuts[j]));
      adw_preferences_page_add (self->page, group);
    }
}

/**
 * tl_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a dialog that shows all shortcuts
 */
AdwDialog *
tl_shortcuts_dialog_new (void)
{
  return g_object_new (TL_TYPE_SHORTCUTS_DIALOG, NULL);
}
