/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-taking-back.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-window.h"
#include "tl-workbook-undo.h"

typedef struct
{
  TlView *view;
  TlHistoryItem *item;
  char *what;
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->view);
  g_clear_object (&taking->item);
  g_free (taking->what);
  g_free (taking);
}

static void
undo_clicked_cb (AdwToast *toast,
                 TlView   *view)
{
  tl_taking_back_begin (view, g_object_get_data (G_OBJECT (toast), "change"), NULL, NULL);
}

/* Every taking back offers to be taken back itself. */
static void
offer_undo (TlView         *view,
            const char     *what,
            const TlDigest *made)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  /* Translators: what was done before, such as "renamed R1 from … to …" */
  g_autofree char *sentence = g_strdup_printf (_("Taken back: %s"), what);
  AdwToast *toast;

  if (!TL_IS_WINDOW (root))
    return;
  toast = adw_toast_new (sentence);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "change", g_memdup2 (made, sizeof *made), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), view, G_CONNECT_DEFAULT);
  tl_window_add_toast (TL_WINDOW (root), toast);
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Taking *taking = user_data;
  TlView *view = taking->view;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  g_autoptr (GError) error = NULL;
  TlDigest made;

  if (tl_workbook_take_back_finish (TL_WORKBOOK (source), result, &made, &error))
    {
      if (taking->what != NULL)
        offer_undo (view, taking->what, &made);
    }
  else if (taking->item != NULL)
    {
      /* Said where somebody looks, with the way to what is in the way. */
      tl_history_item_set_problem (taking->item, error);
      tl_announce_problem (GTK_WIDGET (view), error->message);
    }
  else if (TL_IS_WINDOW (root))
    tl_window_say (TL_WINDOW (root), error->message);
  taking_free (taking);
}

/**
 * tl_taking_back_begin:
 * @view: the view where it is wanted
 * @change: the change
 * @item: (nullable): the listed change, where it is told what is in the way; otherwise the window tells it
 * @what: (nullable): what the change did, which is offered to be done again, %NULL when nothing is offered
 *
 * Takes a change of the view's workbook back by a new change.
 */
void
tl_taking_back_begin (TlView         *view,
                      const TlDigest *change,
                      TlHistoryItem  *item,
                      const char     *what)
{
  Taking *taking = NULL;

  g_return_if_fail (TL_IS_VIEW (view));

  taking = g_new0 (Taking, 1);
  taking->view = g_object_ref (view);
  g_set_object (&taking->item, item);
  taking->what = g_strdup (what);
  tl_workbook_take_back_async (tl_view_get_workbook (view), change, NULL, taken_back_cb, taking);
}
