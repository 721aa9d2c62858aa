/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reviews-list.h"

#include <glib/gi18n.h>

#include "tl-review-item.h"
#include "tl-review-rules.h"
#include "tl-reviews-due.h"
#include "tl-reviews-forums.h"

/* So many are shown until more are asked for. */
#define FIRST 12

struct _TlReviewsList
{
  AdwBin parent_instance;

  GtkBox *columns;
  GtkLabel *due_heading;
  GtkLabel *due_label;
  GtkWidget *go_on_button;
  GtkLabel *go_on_label;
  GtkListBox *forums;
  GtkSearchEntry *search_entry;
  GtkListBox *list;
  GtkLabel *nothing_label;
  GtkButton *more_button;
  /* What is listed, and everything that could be. */
  GListStore *items;
  GPtrArray *all;
  gboolean shows_all;
  /* What was last said to be due: the same again leaves the rows as they are. */
  char *said;
};

G_DEFINE_FINAL_TYPE (TlReviewsList, tl_reviews_list, ADW_TYPE_BIN)

/* ── All reviews ──────────────────────────────────────────────────────────── */

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = NULL, *caption = NULL, *standing = NULL;

  g_object_get (item, "title", &title, "caption", &caption, "standing", &standing, NULL);
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", caption, "activatable", TRUE, NULL);
  if (*standing != '\0')
    {
      GtkWidget *label = gtk_label_new (standing);

      gtk_widget_add_css_class (label, "review-standing");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static int
find_focused (TlReviewsList *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

/* The keyboard stays where it was, whatever is listed there now. */
static void
list_items (TlReviewsList *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *more = NULL;
  int focused = find_focused (self);
  guint n;

  for (guint i = 0; i < self->all->len; i++)
    if (tl_review_item_matches (g_ptr_array_index (self->all, i), folded))
      g_ptr_array_add (found, g_ptr_array_index (self->all, i));
  n = self->shows_all ? found->len : MIN (found->len, FIRST);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), found->pdata, n);
  if (focused >= 0 && n > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, MIN (focused, (int) n - 1))));

  more = g_strdup_printf (ngettext ("Show _All %u", "Show _All %u", found->len), found->len);
  gtk_button_set_label (self->more_button, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n < found->len);
  gtk_label_set_label (self->nothing_label, *folded != '\0' ? _("No review says that.") : _("No reviews yet."));
}

static void
search_cb (TlReviewsList *self)
{
  list_items (self);
}

static void
stop_search_cb (TlReviewsList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
more_cb (TlReviewsList *self)
{
  self->shows_all = TRUE;
  list_items (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, FIRST)));
}

static void
row_activated_cb (TlReviewsList *self,
                  GtkListBoxRow *row)
{
  g_autoptr (TlReviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->items),
                                                         (guint) gtk_list_box_row_get_index (row));
  char id[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (tl_review_item_get_id (item), id);
  gtk_widget_activate_action (GTK_WIDGET (self), "reviews.open", "s", id);
}

static int
compare_reviews (gconstpointer a,
                 gconstpointer b)
{
  const TlReviewFacts *review_a = *(const TlReviewFacts * const *) a, *review_b = *(const TlReviewFacts * const *) b;

  if (review_a->date != review_b->date)
    return review_a->date > review_b->date ? -1 : 1;
  return tl_id_compare (&review_b->base.id, &review_a->base.id);
}

/* A review that has begun waits to be gone on with. */
static void
fill_begun (TlReviewsList *self,
            TlAssessment  *assessment)
{
  const TlReviewFacts *begun = tl_reviews_find_begun (assessment);
  g_autofree char *title = begun != NULL ? tl_review_dup_title (begun) : NULL;
  g_auto (GStrv) parts = title != NULL ? g_strsplit (title, "_", -1) : NULL;
  g_autofree char *plain = parts != NULL ? g_strjoinv ("__", parts) : NULL;
  /* Translators: %s is a forum and a day */
  g_autofree char *label = plain != NULL ? g_strdup_printf (_("_Go On with %s"), plain) : NULL;

  gtk_widget_set_visible (self->go_on_button, begun != NULL);
  if (label != NULL)
    gtk_label_set_label (self->go_on_label, label);
}

/**
 * tl_reviews_list_fill:
 * @self: a list
 * @assessment: what is concluded
 *
 * Lists the reviews that there are.
 */
void
tl_reviews_list_fill (TlReviewsList *self,
                      TlAssessment  *assessment)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (assessment);
  g_autoptr (GPtrArray) reviews = g_ptr_array_new ();

  g_return_if_fail (TL_IS_REVIEWS_LIST (self));

  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_REVIEW); i++)
    {
      const TlReviewFacts *review = tl_snapshot_get (snapshot, TL_TABLE_REVIEW, i);

      g_ptr_array_add (reviews, (gpointer) review);
    }
  g_ptr_array_sort (reviews, compare_reviews);
  g_ptr_array_set_size (self->all, 0);
  for (guint i = 0; i < reviews->len; i++)
    g_ptr_array_add (self->all, tl_review_item_new (g_ptr_array_index (reviews, i), tl_assessment_get_as_at (assessment)));
  list_items (self);
  fill_begun (self, assessment);
}

/* ── What is due ──────────────────────────────────────────────────────────── */

/**
 * tl_reviews_list_fill_due:
 * @self: a list
 * @assessment: what is concluded
 * @due: (element-type TlDueItem): the forums and risks that are due, late first
 *
 * Shows which forum meets when, and which risks are due there.
 */
void
tl_reviews_list_fill_due (TlReviewsList *self,
                          TlAssessment  *assessment,
                          GPtrArray     *due)
{
  g_autofree char *said = tl_reviews_forums_say (assessment, due);
  g_autofree char *late = tl_reviews_due_dup_late (due);

  g_return_if_fail (TL_IS_REVIEWS_LIST (self));

  if (!g_set_str (&self->said, said))
    return;
  gtk_label_set_label (self->due_label, late);
  tl_reviews_forums_fill (self->forums, assessment, due);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_reviews_list_dispose (GObject *object)
{
  TlReviewsList *self = TL_REVIEWS_LIST (object);

  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->said, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_REVIEWS_LIST);

  G_OBJECT_CLASS (tl_reviews_list_parent_class)->dispose (object);
}

static void
tl_reviews_list_class_init (TlReviewsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_reviews_list_dispose;

  g_type_ensure (TL_TYPE_REVIEW_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/reviews-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TlReviewsList, columns);
  gtk_widget_class_bind_template_child (widget_class, TlReviewsList, due_heading);
  gtk_widget_class_bind_template_child (widget_class, TlReviewsList, due_label);
  gtk_widget_class_bind_template_child (widget_class, TlReviewsList, forums);
  gtk_widget_class_bind_template_child (widget_class, TlReviewsList, go_on_button);
  gtk_widget_class_bind_template_child (widget_class, TlReviewsList, go_on_label);
  gtk_widget_class_bind_template_child (widget_class, TlReviewsList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlReviewsList, list);
  gtk_widget_class_bind_template_child (widget_class, TlReviewsList, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, TlReviewsList, more_button);
  gtk_widget_class_bind_template_child (widget_class, TlReviewsList, items);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tl_reviews_list_init (TlReviewsList *self)
{
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->items), create_row, NULL, NULL);
}

/**
 * tl_reviews_list_search:
 * @self: a list
 *
 * Gives the keyboard to the search.
 */
void
tl_reviews_list_search (TlReviewsList *self)
{
  g_return_if_fail (TL_IS_REVIEWS_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * tl_reviews_list_go_to:
 * @self: a list
 * @review: the id of a review
 *
 * Gives the keyboard to a review, if it is listed; to the search otherwise.
 */
void
tl_reviews_list_go_to (TlReviewsList *self,
                       const TlId    *review)
{
  g_return_if_fail (TL_IS_REVIEWS_LIST (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TlReviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!tl_id_equal (tl_review_item_get_id (item), review))
        continue;
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)));
      return;
    }
  tl_reviews_list_search (self);
}
