/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-refs-row.h"

#include <glib/gi18n.h>

struct _TlPracticeRefsRow
{
  AdwActionRow parent_instance;

  TlPracticeDesk *desk;
  TlPracticeChoice choice;
  char **refs;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (TlPracticeRefsRow, tl_practice_refs_row, ADW_TYPE_ACTION_ROW)

static void
say_refs (TlPracticeRefsRow *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; self->refs[i] != NULL; i++)
    g_strv_builder_take (names, self->desk != NULL ? tl_practice_book_name (tl_practice_desk_get_book (self->desk), self->refs[i])
                                                   : g_strdup (self->refs[i]));
  list = g_strv_builder_end (names);
  text = list[0] != NULL ? g_strjoinv ("\n", list) : g_strdup (_("Nothing chosen"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
}

static void
picked_cb (TlPracticeRefsRow *self,
           TlPracticePicker  *picker)
{
  g_auto (GStrv) refs = tl_practice_picker_dup_refs (picker);

  tl_practice_refs_row_set_refs (self, (const char * const *) refs);
  g_signal_emit (self, changed_signal, 0);
}

static void
tl_practice_refs_row_activate (AdwActionRow *row)
{
  TlPracticeRefsRow *self = TL_PRACTICE_REFS_ROW (row);
  TlPracticePicker *picker = tl_practice_picker_new (self->desk, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                                     self->choice, (const char * const *) self->refs);

  g_signal_connect_object (picker, "changed", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (picker), GTK_WIDGET (self));
}

static void
tl_practice_refs_row_finalize (GObject *object)
{
  TlPracticeRefsRow *self = TL_PRACTICE_REFS_ROW (object);

  g_clear_object (&self->desk);
  g_strfreev (self->refs);

  G_OBJECT_CLASS (tl_practice_refs_row_parent_class)->finalize (object);
}

static void
tl_practice_refs_row_class_init (TlPracticeRefsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_practice_refs_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = tl_practice_refs_row_activate;

  /**
   * TlPracticeRefsRow::changed:
   * @self: the row
   *
   * Somebody chose something else.
   */
  changed_signal = g_signal_new ("changed", TL_TYPE_PRACTICE_REFS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_practice_refs_row_init (TlPracticeRefsRow *self)
{
  self->refs = g_new0 (char *, 1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

/**
 * tl_practice_refs_row_set_desk:
 * @self: a row
 * @desk: the case in hand
 * @choice: what may be chosen
 */
void
tl_practice_refs_row_set_desk (TlPracticeRefsRow *self,
                               TlPracticeDesk    *desk,
                               TlPracticeChoice   choice)
{
  g_return_if_fail (TL_IS_PRACTICE_REFS_ROW (self));

  g_set_object (&self->desk, desk);
  self->choice = choice;
  say_refs (self);
}

/**
 * tl_practice_refs_row_set_refs:
 * @self: a row
 * @refs: (array zero-terminated=1) (nullable): what is named
 */
void
tl_practice_refs_row_set_refs (TlPracticeRefsRow  *self,
                               const char * const *refs)
{
  char **copy;

  g_return_if_fail (TL_IS_PRACTICE_REFS_ROW (self));

  copy = refs != NULL ? g_strdupv ((char **) refs) : g_new0 (char *, 1);
  g_strfreev (self->refs);
  self->refs = copy;
  say_refs (self);
}

/**
 * tl_practice_refs_row_get_refs:
 * @self: a row
 *
 * Returns: (array zero-terminated=1): what is named
 */
const char * const *
tl_practice_refs_row_get_refs (TlPracticeRefsRow *self)
{
  g_return_val_if_fail (TL_IS_PRACTICE_REFS_ROW (self), NULL);

  return (const char * const *) self->refs;
}
