/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-erase-dialog.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-erase-row.h"
#include "tl-workbook-erase.h"

/* One letter is in every text. */
#define SHORTEST 2
/* Milliseconds after which somebody who waits wants to know how far it is. */
#define PATIENCE 500

struct _TlEraseDialog
{
  AdwDialog parent_instance;

  GtkSearchEntry *search_entry;
  GtkWidget *content;
  GtkProgressBar *progress;
  GtkLabel *status;
  GtkLabel *problem;
  GtkWidget *now_group;
  GtkListBox *now_list;
  GtkWidget *once_group;
  GtkListBox *once_list;
  GtkWidget *whole_group;
  AdwSwitchRow *whole_row;

  TlWorkbook *workbook;
  char *text;
  GCancellable *searching;
  GCancellable *erasing;
  guint waiting;
};

enum
{
  ERASED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlEraseDialog, tl_erase_dialog, ADW_TYPE_DIALOG)

static void
show_problem (TlEraseDialog *self,
              const char    *problem)
{
  tl_show_problem (self->problem, problem);
}

/* ── What is chosen ───────────────────────────────────────────────────────── */

typedef void (*RowFunc) (TlEraseRow *row,
                         gpointer    data);

static void
for_each_row (TlEraseDialog *self,
              RowFunc        function,
              gpointer       data)
{
  GtkListBox *lists[] = { self->now_list, self->once_list };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (lists[i])); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        {
          if (TL_IS_ERASE_ROW (row))
            function (TL_ERASE_ROW (row), data);
        }
    }
}

typedef struct
{
  guint n;
  guint n_chosen;
} Count;

static void
count_row (TlEraseRow *row,
           gpointer    data)
{
  Count *count = data;

  count->n++;
  count->n_chosen += tl_erase_row_get_chosen (row);
}

static Count
count_rows (TlEraseDialog *self)
{
  Count count = { 0, 0 };

  for_each_row (self, count_row, &count);
  return count;
}

static void
update (TlEraseDialog *self)
{
  Count count = count_rows (self);
  g_autofree char *places = g_strdup_printf (ngettext ("Found in %u place.", "Found in %u places.", count.n), count.n);
  g_autofree char *chosen =
    g_strdup_printf (ngettext ("%u is chosen.", "%u are chosen.", count.n_chosen), count.n_chosen);
  g_autofree char *status = NULL;

  if (self->text == NULL || self->searching != NULL)
    status = g_strdup (self->searching != NULL ? _("Looking through the workbook and its history…") : "");
  else if (count.n == 0)
    status = g_strdup_printf (_("“%s” isn’t in this workbook, nor in its history. It is looked for as a whole: another "
                                "spelling is another name."), self->text);
  else
    /* Translators: how many places were found, and how many of them are chosen; two sentences */
    status = g_strdup_printf (_("%1$s %2$s"), places, chosen);
  gtk_label_set_label (self->status, status);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *status != '\0');
  gtk_widget_set_visible (self->whole_group, count.n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "erase.ask",
                                 count.n_chosen > 0 && self->searching == NULL && self->erasing == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "erase.choose-all",
                                 count.n_chosen < count.n && self->erasing == NULL);
}

static void
choose_row (TlEraseRow *row,
            gpointer    data)
{
  tl_erase_row_set_chosen (row, TRUE);
}

static void
choose_all_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  for_each_row (TL_ERASE_DIALOG (widget), choose_row, NULL);
}

/* ── Looking ──────────────────────────────────────────────────────────────── */

static void
add_rows (TlEraseDialog *self,
          GPtrArray     *found)
{
  gtk_list_box_remove_all (self->now_list);
  gtk_list_box_remove_all (self->once_list);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const TlTextFound *place = g_ptr_array_index (found, i);
      GtkWidget *row = tl_erase_row_new (place);

      g_signal_connect_object (row, "notify::chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (place->now ? self->now_list : self->once_list, row);
    }
  gtk_widget_set_visible (self->now_group, gtk_list_box_get_row_at_index (self->now_list, 0) != NULL);
  gtk_widget_set_visible (self->once_group, gtk_list_box_get_row_at_index (self->once_list, 0) != NULL);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlEraseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tl_workbook_find_text_finish (TL_WORKBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->searching);
  show_problem (self, error != NULL ? error->message : NULL);
  add_rows (self, found);
  update (self);
}

static void
search_changed_cb (TlEraseDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));

  if (self->workbook == NULL || g_strcmp0 (text, self->text) == 0)
    return;
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->text, g_free);
  add_rows (self, NULL);
  if (g_utf8_strlen (text, -1) >= SHORTEST)
    {
      self->text = g_steal_pointer (&text);
      self->searching = g_cancellable_new ();
      tl_workbook_find_text_async (self->workbook, self->text, self->searching, found_cb, g_object_ref (self));
    }
  update (self);
}

static void
stop_search_cb (TlEraseDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "erase.cancel", NULL);
}

/* ── Erasing ──────────────────────────────────────────────────────────────── */

typedef struct
{
  TlErasure *erasure;
  const char *text;
  gboolean whole;
} Gathering;

static void
gather_row (TlEraseRow *row,
            gpointer    data)
{
  Gathering *gathering = data;
  const TlTextFound *found = tl_erase_row_get_found (row);

  if (!tl_erase_row_get_chosen (row))
    return;
  if (found->table == NULL)
    tl_erasure_add_actor (gathering->erasure, &found->row);
  else if (gathering->whole)
    tl_erasure_add_field (gathering->erasure, found->table, &found->row, found->column);
  else
    tl_erasure_add_part (gathering->erasure, found->table, &found->row, found->column, gathering->text);
}

static gboolean
show_progress_cb (gpointer user_data)
{
  TlEraseDialog *self = user_data;

  self->waiting = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  gtk_progress_bar_set_fraction (TL_ERASE_DIALOG (data)->progress, fraction);
}

static void
set_erasing (TlEraseDialog *self,
             gboolean       erasing)
{
  g_clear_object (&self->erasing);
  g_clear_handle_id (&self->waiting, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_sensitive (self->content, !erasing);
  adw_dialog_set_can_close (ADW_DIALOG (self), !erasing);
  if (erasing)
    {
      self->erasing = g_cancellable_new ();
      self->waiting = g_timeout_add (PATIENCE, show_progress_cb, self);
    }
  update (self);
}

static void
erased_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlEraseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean erased = tl_workbook_erase_finish (TL_WORKBOOK (source), result, &error);
  guint n = count_rows (self).n_chosen;
  g_autofree char *sentence =
    g_strdup_printf (ngettext ("Erased for good from %u place", "Erased for good from %u places", n), n);

  set_erasing (self, FALSE);
  if (erased)
    {
      g_signal_emit (self, signals[ERASED], 0, sentence);
      adw_dialog_force_close (ADW_DIALOG (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_problem (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
    }
}

static void
erase (TlEraseDialog *self)
{
  g_autoptr (TlErasure) erasure = tl_erasure_new ();
  Gathering gathering = { erasure, self->text, adw_switch_row_get_active (self->whole_row) };

  for_each_row (self, gather_row, &gathering);
  show_problem (self, NULL);
  set_erasing (self, TRUE);
  tl_workbook_erase_async (self->workbook, erasure, progress_cb, self, self->erasing, erased_cb, g_object_ref (self));
}

static void
answered_cb (TlEraseDialog *self,
             const char    *response)
{
  if (g_str_equal (response, "erase"))
    erase (self);
}

static void
ask_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlEraseDialog *self = TL_ERASE_DIALOG (widget);
  guint n = count_rows (self).n_chosen;
  g_autofree char *what = NULL, *body = NULL;
  AdwDialog *question;

  if (adw_switch_row_get_active (self->whole_row))
    what = g_strdup_printf (ngettext ("The whole of %u text goes, with all that it ever said.",
                                      "The whole of %u texts goes, with all that they ever said.", n), n);
  else
    /* Translators: a name, and a number of places */
    what = g_strdup_printf (ngettext ("“%1$s” goes from %2$u place.", "“%1$s” goes from %2$u places.", n), self->text, n);
  body = g_strdup_printf ("%s %s", what, _("Nobody can bring it back: not by Undo, not from the history, not from a backup "
                                           "on this computer."));
  question = adw_alert_dialog_new (_("Erase for Good?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "keep", _("_Keep It"), "erase", _("_Erase for Good"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (question, widget);
}

/* While something is being erased that is stopped; it stays as it was. */
static void
cancel_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlEraseDialog *self = TL_ERASE_DIALOG (widget);

  if (self->erasing != NULL)
    g_cancellable_cancel (self->erasing);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
close_attempt_cb (TlEraseDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "erase.cancel", NULL);
}

static void
tl_erase_dialog_dispose (GObject *object)
{
  TlEraseDialog *self = TL_ERASE_DIALOG (object);

  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->erasing);
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_object (&self->workbook);
  g_clear_pointer (&self->text, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_ERASE_DIALOG);

  G_OBJECT_CLASS (tl_erase_dialog_parent_class)->dispose (object);
}

static void
tl_erase_dialog_class_init (TlEraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_erase_dialog_dispose;

  /**
   * TlEraseDialog::erased:
   * @self: a dialog
   * @sentence: what has been done
   *
   * Something has been erased for good.
   */
  signals[ERASED] = g_signal_new ("erased", TL_TYPE_ERASE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "erase.ask", NULL, ask_cb);
  gtk_widget_class_install_action (widget_class, "erase.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "erase.choose-all", NULL, choose_all_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/erase/erase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlEraseDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlEraseDialog, content);
  gtk_widget_class_bind_template_child (widget_class, TlEraseDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TlEraseDialog, status);
  gtk_widget_class_bind_template_child (widget_class, TlEraseDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TlEraseDialog, now_group);
  gtk_widget_class_bind_template_child (widget_class, TlEraseDialog, now_list);
  gtk_widget_class_bind_template_child (widget_class, TlEraseDialog, once_group);
  gtk_widget_class_bind_template_child (widget_class, TlEraseDialog, once_list);
  gtk_widget_class_bind_template_child (widget_class, TlEraseDialog, whole_group);
  gtk_widget_class_bind_template_child (widget_class, TlEraseDialog, whole_row);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
tl_erase_dialog_init (TlEraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "close-attempt", G_CALLBACK (close_attempt_cb), NULL);
  update (self);
}

/**
 * tl_erase_dialog_new:
 * @workbook: a workbook that may be edited
 * @text: (nullable): the words to look for at first
 *
 * Returns: (transfer floating): a dialog that erases for good
 */
TlEraseDialog *
tl_erase_dialog_new (TlWorkbook *workbook,
                     const char *text)
{
  TlEraseDialog *self = g_object_new (TL_TYPE_ERASE_DIALOG, NULL);

  self->workbook = g_object_ref (workbook);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  search_changed_cb (self);
  return self;
}
