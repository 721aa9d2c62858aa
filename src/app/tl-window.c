/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-deferred-bin.h"
#include "tl-dialog-focus.h"
#include "tl-history-view.h"
#include "tl-overview-view.h"
#include "tl-owners-view.h"
#include "tl-painting.h"
#include "tl-people-view.h"
#include "tl-places-view.h"
#include "tl-review-late.h"
#include "tl-reviews-view.h"
#include "tl-risks-view.h"
#include "tl-timeline-view.h"
#include "tl-window-document.h"
#include "tl-window-drop.h"
#include "tl-window-exchange.h"
#include "tl-window-kept.h"
#include "tl-window-memory.h"
#include "tl-window-practice.h"
#include "tl-window-recorded.h"
#include "tl-window-reviews.h"
#include "tl-window-tabbing.h"
#include "tl-workbook-conflicts.h"
#include "tl-workbook-kept.h"
#include "tl-workbook-recorded.h"

typedef enum
{
  PROP_WORKBOOK = 1,
  PROP_RISK,
} TlWindowProperty;

static GParamSpec *properties[PROP_RISK + 1];

G_DEFINE_FINAL_TYPE (TlWindow, tl_window, ADW_TYPE_APPLICATION_WINDOW)

/* ── What the header says ─────────────────────────────────────────────────── */

static void
update_recorded (TlWindow *self)
{
  gboolean past = self->workbook != NULL && tl_workbook_is_past (self->workbook);
  g_autofree char *banner = NULL;

  if (past)
    /* Translators: %s is a moment such as "3 December 2025 at 14:03" */
    banner = g_strdup_printf (_("Shown as it was recorded on %s. Nothing can be changed here."),
                              tl_workbook_get_recorded_words (self->workbook));
  adw_banner_set_title (self->recorded_banner, past ? banner : "");
  adw_banner_set_revealed (self->recorded_banner, past);
}

static void
update_conflicts (TlWindow *self)
{
  guint n = self->workbook != NULL ? tl_workbook_get_n_conflicts (self->workbook) : 0;
  g_autofree char *banner = g_strdup_printf (ngettext ("%u thing was changed by two people",
                                                       "%u things were changed by two people", n), n);

  if (n > 0)
    adw_banner_set_title (self->conflicts_banner, banner);
  adw_banner_set_revealed (self->conflicts_banner, n > 0);
  tl_window_update_actions (self);
}

/* How much is late is known once everything is concluded. */
static void
update_late (TlWindow *self)
{
  TlAssessment *assessment = self->workbook != NULL ? tl_workbook_get_assessment (self->workbook) : NULL;
  guint n = assessment != NULL ? tl_review_count_late (assessment) : 0;
  g_autofree char *late = n > 0 ? g_strdup_printf (ngettext ("%u late", "%u late", n), n) : NULL;

  tl_sidebar_row_set_count (self->reviews_row, late);
}

static void
update_counts (TlWindow *self)
{
  TlAssessment *assessment = self->workbook != NULL ? tl_workbook_get_outline (self->workbook) : NULL;
  g_autofree char *count = NULL;
  guint n_open = 0;

  for (guint i = 0; assessment != NULL && i < tl_assessment_get_n_risks (assessment); i++)
    n_open += tl_assessment_get_risk (assessment, i)->state == TL_RISK_STATE_OPEN;
  count = g_strdup_printf ("%u", n_open);
  tl_sidebar_row_set_count (self->risks_row, count);
  update_late (self);
}

static void
update (TlWindow *self)
{
  tl_window_update_state (self);
  tl_window_mark_practice (self);
  tl_window_update_day (self);
  update_recorded (self);
  update_conflicts (self);
  update_counts (self);
  tl_window_update_actions (self);
}

/* ── Views ────────────────────────────────────────────────────────────────── */

static TlSidebarRow *
find_row (TlWindow   *self,
          const char *view)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    if (g_strcmp0 (tl_sidebar_row_get_view (TL_SIDEBAR_ROW (row)), view) == 0)
      return TL_SIDEBAR_ROW (row);
  return NULL;
}

/* What they show comes by their workbook; the risk in hand is shared by all that show risks. */
static void
view_made_cb (TlWindow *self,
              TlView   *view)
{
  g_object_bind_property (self, "workbook", view, "workbook", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "risk", view, "risk", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/* The view that is wanted, made if it hasn't been yet; see TlDeferredBin. */
TlView *
tl_window_get_view (TlWindow *self)
{
  return TL_VIEW (tl_deferred_bin_ensure (TL_DEFERRED_BIN (adw_view_stack_get_child_by_name (self->views, self->view))));
}

/* Whether there is a workbook of which something is concluded. */
gboolean
tl_window_is_concluded (TlWindow *self)
{
  return self->workbook != NULL && tl_workbook_get_assessment (self->workbook) != NULL;
}

/* Whether a view has nothing to show yet, of what is concluded by now. */
static gboolean
has_to_wait (TlWindow  *self,
             GtkWidget *bin)
{
  return self->workbook != NULL
         && !tl_view_type_can_show (tl_deferred_bin_get_content_type (TL_DEFERRED_BIN (bin)), self->workbook);
}

static void
bring_forward (TlWindow   *self,
               const char *view)
{
  GtkWidget *child = adw_view_stack_get_child_by_name (self->views, view);

  g_set_str (&self->view, view);
  adw_view_stack_set_visible_child_name (self->views, has_to_wait (self, child) ? "waiting" : view);
  adw_navigation_page_set_title (self->content_page,
                                 adw_view_stack_page_get_title (adw_view_stack_get_page (self->views, child)));
}

/* ── Before anything is concluded ─────────────────────────────────────────── */

static void
say_awaiting_cb (gpointer user_data)
{
  TlWindow *self = user_data;

  self->awaiting = 0;
  tl_announce (GTK_WIDGET (self), _("Working out the lines, measures and findings of all risks."));
}

/* What has to wait until something is concluded, and then comes. */
static void
begin_awaiting (TlWindow *self)
{
  g_clear_handle_id (&self->awaiting, g_source_remove);
  self->awaited = self->workbook != NULL && !tl_window_is_concluded (self);
  if (self->awaited)
    self->awaiting = g_timeout_add_once (TL_WINDOW_PATIENCE, say_awaiting_cb, self);
}

static void
end_awaiting (TlWindow *self)
{
  if (!self->awaited || !tl_window_is_concluded (self))
    return;
  g_clear_handle_id (&self->awaiting, g_source_remove);
  self->awaited = FALSE;
  bring_forward (self, self->view);
  tl_window_recall_risk (self);
  tl_window_go_on (self);
}

static void
sidebar_row_selected_cb (TlWindow      *self,
                         GtkListBoxRow *row)
{
  if (row != NULL && tl_window_is_tabbing (GTK_WIDGET (self)))
    gtk_list_box_select_row (self->sidebar, GTK_LIST_BOX_ROW (find_row (self, adw_view_stack_get_visible_child_name (self->views))));
  else if (row != NULL)
    bring_forward (self, tl_sidebar_row_get_view (TL_SIDEBAR_ROW (row)));
}

static void
sidebar_row_activated_cb (TlWindow      *self,
                          GtkListBoxRow *row)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* ── What was done last ───────────────────────────────────────────────────── */

static void
withdraw_offer (TlWindow *self)
{
  if (self->offer != NULL)
    adw_toast_dismiss (self->offer);
  g_clear_weak_pointer (&self->offer);
  g_clear_pointer (&self->offered, g_free);
}

/* An offer to undo is for what it speaks of: nothing else may be taken back by it. */
static void
update_offer (TlWindow *self)
{
  g_autofree char *now = self->workbook != NULL ? tl_workbook_get_fingerprint (self->workbook) : NULL;

  if (self->offer != NULL && g_strcmp0 (now, self->offered) != 0)
    withdraw_offer (self);
}

static void
assessment_cb (TlWindow *self)
{
  /* What was held back until now. */
  if (self->awaited && tl_window_refuse_practice (self))
    return;
  if (self->awaited)
    tl_window_update_actions (self);
  tl_window_mark_practice (self);
  tl_window_update_state (self);
  tl_window_update_day (self);
  end_awaiting (self);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
keep_size (TlWindow *self)
{
  GSettings *settings = tl_application_get_settings (tl_application_get ());
  int width, height;

  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_window_is_maximized (GTK_WINDOW (self)))
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
}

static gboolean
tl_window_close_request (GtkWindow *window)
{
  tl_window_show_now (TL_WINDOW (window));
  if (tl_window_close (TL_WINDOW (window)))
    return TRUE;

  return GTK_WINDOW_CLASS (tl_window_parent_class)->close_request (window);
}

static void
tl_window_unmap (GtkWidget *widget)
{
  keep_size (TL_WINDOW (widget));
  tl_window_remember (TL_WINDOW (widget));

  GTK_WIDGET_CLASS (tl_window_parent_class)->unmap (widget);
}

static void
tl_window_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TlWindow *self = TL_WINDOW (object);

  switch ((TlWindowProperty) id)
    {
    case PROP_WORKBOOK:
      g_value_set_object (value, self->workbook);
      break;
    case PROP_RISK:
      g_value_set_object (value, self->risk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_window_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TlWindow *self = TL_WINDOW (object);

  switch ((TlWindowProperty) id)
    {
    case PROP_RISK:
      if (g_set_object (&self->risk, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_WORKBOOK:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_window_dispose (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  tl_window_end_menus (self);
  tl_window_end_day (self);
  g_clear_handle_id (&self->presenting, g_source_remove);
  g_clear_handle_id (&self->awaiting, g_source_remove);
  g_clear_handle_id (&self->unfolding, g_source_remove);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->signals);
  g_clear_weak_pointer (&self->offer);
  g_clear_pointer (&self->offered, g_free);
  g_clear_object (&self->file);
  g_clear_object (&self->to_merge);
  g_clear_object (&self->risk);
  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_WINDOW);

  G_OBJECT_CLASS (tl_window_parent_class)->dispose (object);
}

static void
tl_window_finalize (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  g_clear_object (&self->source);
  g_clear_pointer (&self->provider, g_free);
  g_clear_pointer (&self->view, g_free);
  g_clear_pointer (&self->fingerprint, g_free);

  G_OBJECT_CLASS (tl_window_parent_class)->finalize (object);
}

static void
tl_window_class_init (TlWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_DEFERRED_BIN);
  g_type_ensure (TL_TYPE_HISTORY_VIEW);
  g_type_ensure (TL_TYPE_PEOPLE_VIEW);
  g_type_ensure (TL_TYPE_OVERVIEW_VIEW);
  g_type_ensure (TL_TYPE_OWNERS_VIEW);
  g_type_ensure (TL_TYPE_PLACES_VIEW);
  g_type_ensure (TL_TYPE_REVIEWS_VIEW);
  g_type_ensure (TL_TYPE_RISKS_VIEW);
  g_type_ensure (TL_TYPE_SIDEBAR_ROW);
  g_type_ensure (TL_TYPE_START_PAGE);
  g_type_ensure (TL_TYPE_TIMELINE_VIEW);

  object_class->get_property = tl_window_get_property;
  object_class->set_property = tl_window_set_property;
  object_class->dispose = tl_window_dispose;
  object_class->finalize = tl_window_finalize;
  widget_class->unmap = tl_window_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = tl_window_close_request;

  /**
   * TlWindow:workbook:
   *
   * The workbook that is open, %NULL before one is.
   */
  properties[PROP_WORKBOOK] = g_param_spec_object ("workbook", NULL, NULL, TL_TYPE_WORKBOOK,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * TlWindow:risk:
   *
   * The risk in hand, shared by the views.
   */
  properties[PROP_RISK] = g_param_spec_object ("risk", NULL, NULL, TL_TYPE_RISK,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, risks_row);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, reviews_row);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, views);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, as_at_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, as_at_label);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, as_at_banner);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, recorded_banner);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, conflicts_banner);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, state_banner);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, start_bin);
  gtk_widget_class_bind_template_callback (widget_class, view_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_row_activated_cb);
  tl_window_install_actions (widget_class);
  tl_window_install_exchange (widget_class);
  tl_window_install_reviews (widget_class);
}

static void
tl_window_init (TlWindow *self)
{
  GSettings *settings = tl_application_get_settings (tl_application_get ());

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_window_watch_tabbing (GTK_WIDGET (self));
  tl_painting_watch (GTK_WIDGET (self));
  tl_dialog_focus_watch (ADW_APPLICATION_WINDOW (self));
  tl_window_begin_menus (self);
  tl_window_install_drop (self);

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (tl_window_update_actions), NULL);
  self->signals = g_signal_group_new (TL_TYPE_WORKBOOK);
  g_signal_group_connect_swapped (self->signals, "notify::provider", G_CALLBACK (tl_window_update_state), self);
  g_signal_group_connect_swapped (self->signals, "notify::saved-state", G_CALLBACK (tl_window_update_state), self);
  g_signal_group_connect_swapped (self->signals, "notify::save-problem", G_CALLBACK (tl_window_update_state), self);
  g_signal_group_connect_swapped (self->signals, "notify::save-reason", G_CALLBACK (tl_window_update_state), self);
  g_signal_group_connect_swapped (self->signals, "notify::n-conflicts", G_CALLBACK (tl_window_update_state), self);
  g_signal_group_connect_swapped (self->signals, "notify::as-at", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::today", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::can-undo", G_CALLBACK (tl_window_update_actions), self);
  g_signal_group_connect_swapped (self->signals, "notify::can-redo", G_CALLBACK (tl_window_update_actions), self);
  g_signal_group_connect_swapped (self->signals, "notify::undo-words", G_CALLBACK (tl_window_update_actions), self);
  g_signal_group_connect_swapped (self->signals, "notify::undo-words", G_CALLBACK (update_offer), self);
  g_signal_group_connect_swapped (self->signals, "notify::redo-words", G_CALLBACK (tl_window_update_actions), self);
  g_signal_group_connect_swapped (self->signals, "notify::n-conflicts", G_CALLBACK (update_conflicts), self);
  g_signal_group_connect_swapped (self->signals, "notify::assessment", G_CALLBACK (update_counts), self);
  g_signal_group_connect_swapped (self->signals, "notify::editable", G_CALLBACK (tl_window_update_actions), self);
  g_signal_group_connect_swapped (self->signals, "notify::assessment", G_CALLBACK (assessment_cb), self);
  g_signal_group_connect_swapped (self->signals, "failed", G_CALLBACK (tl_window_take_reading_failure), self);
  tl_window_update_actions (self);
}

/* Shows another workbook in every view. */
void
tl_window_set_workbook (TlWindow   *self,
                        TlWorkbook *workbook)
{
  g_set_object (&self->workbook, workbook);
  g_set_object (&self->risk, NULL);
  g_signal_group_set_target (self->signals, workbook);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKBOOK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RISK]);
  update (self);
}

/* Shows a workbook that has been opened, or how to begin when there is none. */
void
tl_window_take_workbook (TlWindow   *self,
                         TlWorkbook *workbook)
{
  g_clear_pointer (&self->fingerprint, g_free);
  if (workbook != NULL)
    self->fingerprint = tl_workbook_get_fingerprint (workbook);
  tl_window_set_workbook (self, workbook);
  begin_awaiting (self);
  if (workbook != NULL)
    gtk_list_box_select_row (self->sidebar, GTK_LIST_BOX_ROW (self->risks_row));
  if (workbook != NULL && tl_window_refuse_practice (self))
    return;
  /* Before any view is in sight, so that only the one that will be is made. */
  if (workbook != NULL)
    tl_window_recall (self);
  gtk_stack_set_visible_child_name (self->stack, workbook != NULL ? "workbook" : "start");
}

/**
 * tl_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window that shows how to begin
 */
TlWindow *
tl_window_new (TlApplication *application)
{
  return g_object_new (TL_TYPE_WINDOW, "application", application, NULL);
}

/**
 * tl_window_is_empty:
 * @self: a window
 *
 * Returns: whether it has no workbook and isn't opening one
 */
gboolean
tl_window_is_empty (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), FALSE);

  return self->workbook == NULL && self->opening == NULL;
}

/**
 * tl_window_has_file:
 * @self: a window
 * @file: a file
 *
 * Returns: whether it shows the workbook in @file, or is opening it
 */
gboolean
tl_window_has_file (TlWindow *self,
                    GFile    *file)
{
  GFile *own = NULL;

  g_return_val_if_fail (TL_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  /* One that is closing is out of sight, and about to be gone. */
  if (self->closing && !gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  own = self->workbook != NULL ? tl_workbook_get_file (self->workbook) : self->file;
  return own != NULL && g_file_equal (own, file);
}

/**
 * tl_window_has_address:
 * @self: a window
 * @address: the URI of a file, with links followed
 *
 * Returns: whether the workbook that it shows is there
 */
gboolean
tl_window_has_address (TlWindow   *self,
                       const char *address)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), FALSE);

  return self->workbook != NULL && !self->closing && address != NULL
         && g_strcmp0 (tl_workbook_get_address (self->workbook), address) == 0;
}

/**
 * tl_window_get_workbook:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the workbook that is open
 */
TlWorkbook *
tl_window_get_workbook (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->workbook;
}

/**
 * tl_window_show_view:
 * @self: a window
 * @view: the name of a view, such as `risks`
 *
 * Brings a view to the front.
 *
 * Returns: (transfer none) (nullable): the view, %NULL when there is none of that name
 */
TlView *
tl_window_show_view (TlWindow   *self,
                     const char *view)
{
  TlSidebarRow *row = NULL;

  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  if (adw_view_stack_get_child_by_name (self->views, view) == NULL)
    return NULL;
  row = find_row (self, view);
  gtk_list_box_select_row (self->sidebar, GTK_LIST_BOX_ROW (row));
  /* The history, and people and places, stand beside the views of the sidebar. */
  if (row == NULL)
    bring_forward (self, view);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  return tl_window_get_view (self);
}

static AdwToast *
make_toast (const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 8);
  return toast;
}

/**
 * tl_window_offer_undo:
 * @self: a window
 * @sentence: what was done
 *
 * Tells of something that was done to the workbook, with a button that takes it back.
 */
void
tl_window_offer_undo (TlWindow   *self,
                      const char *sentence)
{
  AdwToast *toast = NULL;

  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (sentence != NULL);

  withdraw_offer (self);
  toast = make_toast (sentence);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_set_weak_pointer (&self->offer, toast);
  self->offered = self->workbook != NULL ? tl_workbook_get_fingerprint (self->workbook) : NULL;
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * tl_window_say:
 * @self: a window
 * @sentence: what happened
 *
 * Tells something that needs no answer.
 */
void
tl_window_say (TlWindow   *self,
               const char *sentence)
{
  AdwToast *toast = NULL;

  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (sentence != NULL);

  toast = adw_toast_new (sentence);
  adw_toast_set_use_markup (toast, FALSE);
  tl_window_add_toast (self, toast);
}

/**
 * tl_window_add_toast:
 * @self: a window
 * @toast: (transfer full): what happened, with what can be done about it
 *
 * Tells something and offers to do something about it.
 */
void
tl_window_add_toast (TlWindow *self,
                     AdwToast *toast)
{
  g_return_if_fail (TL_IS_WINDOW (self));

  adw_toast_set_timeout (toast, 8);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
