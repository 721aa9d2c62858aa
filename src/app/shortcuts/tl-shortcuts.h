/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_MOST_ACCELERATORS 3

/**
 * TlShortcut:
 * @action: (nullable): the detailed action that the keys activate; %NULL where a view handles them itself
 * @accelerators: the keys, as GTK writes them
 * @title: what they do, not yet translated
 *
 * Keys that do something.
 */
typedef struct
{
  const char *action;
  const char *accelerators[TL_MOST_ACCELERATORS + 1];
  const char *title;
} TlShortcut;

/**
 * TlShortcutGroup:
 * @title: what they are about, not yet translated
 * @shortcuts: (array length=n_shortcuts): its shortcuts
 * @n_shortcuts: how many
 *
 * Shortcuts that belong together.
 */
typedef struct
{
  const char *title;
  const TlShortcut *shortcuts;
  guint n_shortcuts;
} TlShortcutGroup;

const TlShortcutGroup *tl_shortcuts_list    (guint          *n_groups);
void                   tl_shortcuts_install (GtkApplication *application);
char                  *tl_shortcut_dup_keys (const char     *accelerator);

G_END_DECLS
