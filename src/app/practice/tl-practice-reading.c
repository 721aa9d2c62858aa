/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-reading.h"

#include <glib/gi18n.h>

#include "tl-practice-thing-page.h"

struct _TlPracticeReading
{
  AdwBin parent_instance;

  AdwNavigationSplitView *split;
  AdwNavigationPage *content_page;
  GtkEditable *search_entry;
  GtkDropDown *risk_choice;
  GtkListView *list;
  GtkStack *stack;
  TlPracticeThingPage *page;

  TlPracticeDesk *desk;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  /* Refs of the risks that are offered, after the row for all of them. */
  GPtrArray *risks;
  /* In which order the sheets come, from 1. */
  GHashTable *order;
};

G_DEFINE_FINAL_TYPE (TlPracticeReading, tl_practice_reading, ADW_TYPE_BIN)

/* ── The list ─────────────────────────────────────────────────────────────── */

/* What a screen reader says of a row. */
static char *
say_thing_cb (GObject         *object,
              TlPracticeThing *thing)
{
  if (thing == NULL)
    return NULL;
  return g_strdup_printf ("%s %s: %s. %s", tl_practice_thing_get_noun (thing), tl_practice_thing_get_ref (thing),
                          tl_practice_thing_get_title (thing), tl_practice_thing_get_detail (thing));
}

static gboolean
is_wanted (gpointer item,
           gpointer data)
{
  TlPracticeReading *self = data;
  guint risk = gtk_drop_down_get_selected (self->risk_choice);

  if (risk > 0 && risk <= self->risks->len && !tl_practice_thing_is_on (item, g_ptr_array_index (self->risks, risk - 1)))
    return FALSE;
  return tl_practice_thing_has_words (item, gtk_editable_get_text (self->search_entry));
}

static int
compare_sheets (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  TlPracticeReading *self = data;
  int first = GPOINTER_TO_INT (g_hash_table_lookup (self->order, tl_practice_thing_get_sheet ((TlPracticeThing *) a)));
  int second = GPOINTER_TO_INT (g_hash_table_lookup (self->order, tl_practice_thing_get_sheet ((TlPracticeThing *) b)));

  return first < second ? GTK_ORDERING_SMALLER : first > second ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static void
filter_changed_cb (TlPracticeReading *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
offer_risks (TlPracticeReading *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *things = tl_practice_book_get_things (tl_practice_desk_get_book (self->desk));

  gtk_string_list_append (names, _("Everything"));
  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr (TlPracticeThing) thing = g_list_model_get_item (things, i);
      const char *sheet = tl_practice_thing_get_sheet (thing);

      if (!g_hash_table_contains (self->order, sheet))
        g_hash_table_insert (self->order, (gpointer) sheet, GINT_TO_POINTER (g_hash_table_size (self->order) + 1));
      if (tl_practice_thing_get_table (thing) != TL_TABLE_RISK)
        continue;
      gtk_string_list_take (names, tl_practice_book_name (tl_practice_desk_get_book (self->desk), tl_practice_thing_get_ref (thing)));
      g_ptr_array_add (self->risks, (gpointer) tl_practice_thing_get_ref (thing));
    }
  gtk_drop_down_set_model (self->risk_choice, G_LIST_MODEL (names));
}

static void
select_ref (TlPracticeReading *self,
            const char        *ref)
{
  GListModel *items = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TlPracticeThing) thing = g_list_model_get_item (items, i);

      if (g_str_equal (tl_practice_thing_get_ref (thing), ref))
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

static void
activate_cb (TlPracticeReading *self,
             guint              position)
{
  g_autoptr (TlPracticeThing) thing = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (thing != NULL)
    tl_practice_reading_open (self, tl_practice_thing_get_ref (thing));
}

static void
opened_cb (TlPracticeReading *self,
           const char        *ref)
{
  tl_practice_reading_open (self, ref);
}

static void
tl_practice_reading_dispose (GObject *object)
{
  TlPracticeReading *self = TL_PRACTICE_READING (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->risks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_READING);
  g_clear_pointer (&self->order, g_hash_table_unref);

  G_OBJECT_CLASS (tl_practice_reading_parent_class)->dispose (object);
}

static void
tl_practice_reading_class_init (TlPracticeReadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_PRACTICE_THING);
  g_type_ensure (TL_TYPE_PRACTICE_THING_PAGE);
  G_OBJECT_CLASS (klass)->dispose = tl_practice_reading_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-reading.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticeReading, split);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeReading, content_page);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeReading, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeReading, risk_choice);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeReading, list);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeReading, stack);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeReading, page);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, say_thing_cb);
}

static void
tl_practice_reading_init (TlPracticeReading *self)
{
  self->risks = g_ptr_array_new ();
  self->order = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_practice_reading_set_desk:
 * @self: the page
 * @desk: the case in hand
 */
void
tl_practice_reading_set_desk (TlPracticeReading *self,
                              TlPracticeDesk    *desk)
{
  GListModel *things;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  g_return_if_fail (TL_IS_PRACTICE_READING (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  offer_risks (self);
  things = tl_practice_book_get_things (tl_practice_desk_get_book (desk));
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (things), GTK_FILTER (g_object_ref (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, GTK_SORTER (gtk_custom_sorter_new (compare_sheets, self, NULL)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  tl_practice_thing_page_set_desk (self->page, desk);
}

/**
 * tl_practice_reading_open:
 * @self: the page
 * @ref: ref of something in the case
 *
 * Opens it, which is noted.
 *
 * Returns: whether there is such a thing
 */
gboolean
tl_practice_reading_open (TlPracticeReading *self,
                          const char        *ref)
{
  TlPracticeThing *thing = NULL;

  g_return_val_if_fail (TL_IS_PRACTICE_READING (self), FALSE);

  thing = tl_practice_book_find (tl_practice_desk_get_book (self->desk), ref);
  if (thing == NULL)
    return FALSE;
  tl_practice_desk_open_thing (self->desk, ref);
  tl_practice_thing_page_show (self->page, thing);
  adw_navigation_page_set_title (self->content_page, tl_practice_thing_get_title (thing));
  gtk_stack_set_visible_child_name (self->stack, "thing");
  select_ref (self, ref);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  return TRUE;
}

/**
 * tl_practice_reading_update:
 * @self: the page
 *
 * Shows what is open anew.
 */
void
tl_practice_reading_update (TlPracticeReading *self)
{
  g_return_if_fail (TL_IS_PRACTICE_READING (self));

  tl_practice_thing_page_update (self->page);
}

/**
 * tl_practice_reading_search:
 * @self: the page
 *
 * Begins to search.
 */
void
tl_practice_reading_search (TlPracticeReading *self)
{
  g_return_if_fail (TL_IS_PRACTICE_READING (self));

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
