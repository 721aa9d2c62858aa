/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-picker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-format.h"

struct _TlPracticePicker
{
  AdwDialog parent_instance;

  GtkEditable *search_entry;
  GtkListBox *list;
  TlPracticeDesk *desk;
  /* What was chosen before and isn't in the list; it stays. */
  GPtrArray *others;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (TlPracticePicker, tl_practice_picker, ADW_TYPE_DIALOG)

static void
toggled_cb (TlPracticePicker *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static const char *
get_ref (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "ref");
}

static GtkCheckButton *
get_check (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "check");
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       data)
{
  TlPracticePicker *self = data;
  TlPracticeThing *thing = tl_practice_book_find (tl_practice_desk_get_book (self->desk), get_ref (GTK_WIDGET (row)));
  const char *words = gtk_editable_get_text (self->search_entry);
  g_autofree char *title = NULL, *folded = NULL;

  if (*words == '\0')
    return TRUE;
  if (thing != NULL)
    return tl_practice_thing_has_words (thing, words);
  title = g_utf8_casefold (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  folded = g_utf8_casefold (words, -1);
  return strstr (title, folded) != NULL;
}

static void
search_changed_cb (TlPracticePicker *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
stop_search_cb (TlPracticePicker *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
add_row (TlPracticePicker *self,
         const char       *ref,
         const char       *title,
         const char       *subtitle,
         gboolean          chosen)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle, "use-markup", FALSE, NULL);
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data_full (G_OBJECT (row), "ref", g_strdup (ref), g_free);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static gboolean
is_offered (TlPracticeThing  *thing,
            TlPracticeChoice  choice)
{
  TlTable table = tl_practice_thing_get_table (thing);

  if (choice == TL_PRACTICE_CHOICE_PLACES)
    return table == TL_TABLE_PLACE;
  return table != TL_TABLE_RISK && table != TL_TABLE_FORUM;
}

static void
add_sources (TlPracticePicker   *self,
             const char * const *refs)
{
  g_autoptr (GEnumClass) sources = g_type_class_ref (TL_TYPE_SOURCE);

  for (guint i = 0; i < sources->n_values; i++)
    {
      g_autofree char *title = NULL;

      if (sources->values[i].value == 0)
        continue;
      title = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, sources->values[i].value));
      add_row (self, sources->values[i].value_nick, title, _("A source of evidence"), g_strv_contains (refs, sources->values[i].value_nick));
    }
}

static gboolean
is_listed (TlPracticePicker *self,
           const char       *ref)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (get_ref (GTK_WIDGET (row)), ref))
      return TRUE;
  return FALSE;
}

static void
tl_practice_picker_dispose (GObject *object)
{
  TlPracticePicker *self = TL_PRACTICE_PICKER (object);

  if (self->list != NULL)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_PICKER);

  G_OBJECT_CLASS (tl_practice_picker_parent_class)->dispose (object);
}

static void
tl_practice_picker_class_init (TlPracticePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_practice_picker_dispose;

  /**
   * TlPracticePicker::changed:
   * @self: the picker
   *
   * Something else is ticked.
   */
  changed_signal = g_signal_new ("changed", TL_TYPE_PRACTICE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticePicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlPracticePicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
tl_practice_picker_init (TlPracticePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->others = g_ptr_array_new_with_free_func (g_free);
}

/**
 * tl_practice_picker_new:
 * @desk: the case in hand
 * @title: what is chosen
 * @choice: what may be chosen
 * @refs: (array zero-terminated=1): what is chosen already
 *
 * Returns: (transfer floating): a picker
 */
TlPracticePicker *
tl_practice_picker_new (TlPracticeDesk     *desk,
                        const char         *title,
                        TlPracticeChoice    choice,
                        const char * const *refs)
{
  TlPracticePicker *self = g_object_new (TL_TYPE_PRACTICE_PICKER, "title", title, NULL);
  GListModel *things = tl_practice_book_get_things (tl_practice_desk_get_book (desk));

  self->desk = g_object_ref (desk);
  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr (TlPracticeThing) thing = g_list_model_get_item (things, i);
      const char *ref = tl_practice_thing_get_ref (thing);
      g_autofree char *name = g_strdup_printf ("%s %s", ref, tl_practice_thing_get_title (thing));
      g_autofree char *detail = g_strdup_printf ("%s · %s", tl_practice_thing_get_noun (thing), tl_practice_thing_get_detail (thing));

      if (is_offered (thing, choice))
        add_row (self, ref, name, *tl_practice_thing_get_detail (thing) != '\0' ? detail : tl_practice_thing_get_noun (thing),
                 g_strv_contains (refs, ref));
    }
  if (choice == TL_PRACTICE_CHOICE_SUBJECTS)
    add_sources (self, refs);
  for (guint i = 0; refs[i] != NULL; i++)
    if (!is_listed (self, refs[i]))
      g_ptr_array_add (self->others, g_strdup (refs[i]));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  return self;
}

/**
 * tl_practice_picker_dup_refs:
 * @self: a picker
 *
 * Returns: (transfer full) (array zero-terminated=1): what is chosen, in the order of the list
 */
char **
tl_practice_picker_dup_refs (TlPracticePicker *self)
{
  g_autoptr (GStrvBuilder) refs = g_strv_builder_new ();
  GtkListBoxRow *row;

  g_return_val_if_fail (TL_IS_PRACTICE_PICKER (self), NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_check_button_get_active (get_check (GTK_WIDGET (row))))
      g_strv_builder_add (refs, get_ref (GTK_WIDGET (row)));
  for (guint i = 0; i < self->others->len; i++)
    g_strv_builder_add (refs, g_ptr_array_index (self->others, i));
  return g_strv_builder_end (refs);
}
