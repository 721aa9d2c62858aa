/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pictures.h"

#include <glib/gi18n.h>

#include "tl-history-view.h"
#include "tl-overview-view.h"
#include "tl-picture-list.h"
#include "tl-reviews-view.h"
#include "tl-risks-view.h"
#include "tl-window.h"
#include "tl-window-recorded.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-recorded.h"
#include "tl-workbook-undo.h"

/* Frames that must be painted, one after another, before a picture is taken: what is shown in the first may still ask for
 * another size. */
#define SETTLED_FRAMES 4

/* A window that won't have the size of its picture is shown as it is. */
#define MOST_FRAMES 60

#define WIDTH 1366
#define HEIGHT 768
#define NARROW_WIDTH 500
#define WIDE_WIDTH 1920
#define WIDE_HEIGHT 1080
#define SMALL_WIDTH 1000
#define SMALL_HEIGHT 620
/* What isn't shown by then never will be. */
#define PATIENCE_SECONDS 60

typedef struct
{
  TlApplication *application;
  TlWindow *window;
  char *folder;
  /* What the names of the wanted pictures begin with; %NULL for all of them. */
  char **views;
  guint picture;
  guint frames;
  /* When the workbook had been opened. */
  gint64 opened;
  /* Until it is given up. */
  guint patience;
  /* Whether something has been done that the history can show. */
  gboolean has_history;
} Pictures;

static void show_next (Pictures *self);

static gboolean
give_up_cb (gpointer user_data)
{
  g_printerr (_("throughline: nothing was shown for %d seconds\n"), PATIENCE_SECONDS);
  exit (2);
}

static void
be_patient (Pictures *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  self->patience = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);
}

/* What was done for the pictures is let go of: no window asks, and no working copy is left behind. */
static void
finish (Pictures *self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self->application)));

  for (GList *l = windows; l != NULL; l = l->next)
    tl_window_discard (l->data);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_application_release (G_APPLICATION (self->application));
  g_strfreev (self->views);
  g_free (self->folder);
  g_free (self);
}

/* ── One picture ──────────────────────────────────────────────────────────── */

static gboolean
save_picture (Pictures   *self,
              const char *name)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->window));
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strdup_printf ("%s.png", name);
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  graphene_rect_t bounds, frame;
  gboolean saved = FALSE;

  /* Without the frame that a window draws round itself where nobody else does. */
  if (!gtk_widget_compute_bounds (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window)),
                                  GTK_WIDGET (self->window), &bounds)
      || !gtk_widget_compute_bounds (GTK_WIDGET (self->window), GTK_WIDGET (self->window), &frame))
    return FALSE;
  graphene_rect_offset (&bounds, -frame.origin.x, -frame.origin.y);
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL || !gsk_renderer_realize (renderer, NULL, NULL))
    return FALSE;
  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  saved = gdk_texture_save_to_png (texture, path);
  gsk_renderer_unrealize (renderer);
  if (!saved)
    g_printerr (_("throughline: %s could not be written\n"), path);
  return saved;
}

static int
get_width (PictureFlags flags)
{
  if (flags & PICTURE_WIDE)
    return WIDE_WIDTH;
  if (flags & PICTURE_SMALL)
    return SMALL_WIDTH;
  return flags & PICTURE_NARROW ? NARROW_WIDTH : WIDTH;
}

static int
get_height (PictureFlags flags)
{
  if (flags & PICTURE_SMALL)
    return SMALL_HEIGHT;
  return flags & PICTURE_WIDE ? WIDE_HEIGHT : HEIGHT;
}

/* Makes the window so large that its content is as large as the picture is to be. */
static gboolean
fit_window (Pictures *self)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window));
  PictureFlags flags = tl_pictures[self->picture].flags;
  int width = gtk_widget_get_width (content), height = gtk_widget_get_height (content), window_width, window_height;

  if (width == get_width (flags) && height == get_height (flags))
    return TRUE;
  gtk_window_get_default_size (GTK_WINDOW (self->window), &window_width, &window_height);
  gtk_window_set_default_size (GTK_WINDOW (self->window), window_width + get_width (flags) - width,
                               window_height + get_height (flags) - height);
  return FALSE;
}

/* Whether everything that the picture shows has been read. */
static gboolean
is_ready (Pictures *self)
{
  TlWorkbook *workbook = tl_window_get_workbook (self->window);
  TlHistoryList *list = NULL;
  g_autoptr (TlHistoryItem) top = NULL;

  if (workbook == NULL || tl_workbook_get_busy (workbook)
      || tl_workbook_is_past (workbook) != ((tl_pictures[self->picture].flags & PICTURE_RECORDED) != 0))
    return FALSE;
  /* The window goes where somebody was last, once it has the workbook. */
  tl_window_show_view (self->window, tl_pictures[self->picture].view);
  if (g_str_equal (tl_pictures[self->picture].view, "overview"))
    return !tl_overview_view_get_busy (TL_OVERVIEW_VIEW (tl_window_show_view (self->window, "overview")));
  if (g_str_equal (tl_pictures[self->picture].view, "reviews"))
    return !tl_reviews_view_get_busy (TL_REVIEWS_VIEW (tl_window_show_view (self->window, "reviews")));
  if (!g_str_equal (tl_pictures[self->picture].view, "history"))
    return TRUE;
  list = tl_history_view_get_list (TL_HISTORY_VIEW (tl_window_show_view (self->window, "history")));
  top = list != NULL ? g_list_model_get_item (G_LIST_MODEL (list), 0) : NULL;
  if (top == NULL || tl_history_item_get_entry (top) == NULL)
    return FALSE;
  tl_history_item_set_expanded (top, (tl_pictures[self->picture].flags & PICTURE_EXPANDED) != 0);
  return TRUE;
}

static void
frame_cb (GdkFrameClock *clock,
          Pictures      *self)
{
  if (tl_pictures[self->picture].view != NULL && !is_ready (self))
    {
      gtk_widget_queue_draw (GTK_WIDGET (self->window));
      return;
    }
  if (++self->frames % SETTLED_FRAMES != 0 || (self->frames < MOST_FRAMES && !fit_window (self)))
    {
      gtk_widget_queue_draw (GTK_WIDGET (self->window));
      return;
    }

  g_signal_handlers_disconnect_by_func (clock, frame_cb, self);
  if (!save_picture (self, tl_pictures[self->picture].name))
    exit (2);
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)) != NULL)
    adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
  self->picture++;
  show_next (self);
}

static void
set_style (PictureFlags flags)
{
  GtkSettings *settings = gtk_settings_get_default ();
  AdwStyleManager *style = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (style, flags & PICTURE_DARK ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                  : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_widget_set_default_direction (flags & PICTURE_MIRRORED ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_object_set (settings,
                "gtk-xft-dpi", (flags & PICTURE_LARGE_TEXT ? 192 : 96) * 1024,
                "gtk-enable-animations", FALSE,
                "gtk-cursor-blink", FALSE,
                "gtk-font-name", "Adwaita Sans 11",
                "gtk-xft-antialias", 1,
                "gtk-xft-hinting", 0,
                "gtk-xft-rgba", "none",
                "gtk-decoration-layout", ":close",
                NULL);
}

static TlRisk *
find_risk (TlWorkbook *workbook,
           const char *ref)
{
  const TlRiskFacts *facts = NULL;

  if (ref == NULL)
    return NULL;
  facts = tl_snapshot_find_ref (tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook)), TL_TABLE_RISK, ref);
  return facts != NULL ? tl_workbook_find_risk (workbook, &facts->base.id) : NULL;
}

/* Now, or as it was recorded; the window keeps the risk in hand. */
static void
show_moment (Pictures *self)
{
  if (tl_pictures[self->picture].flags & PICTURE_RECORDED)
    {
      if (!tl_workbook_is_past (tl_window_get_workbook (self->window)))
        tl_window_show_recorded (self->window, self->opened);
    }
  else
    tl_window_show_now (self->window);
}

/* On a screen where nothing is composed GTK draws a plain frame instead of the round corners that a window has by the platform's
 * style everywhere else. */
static void
set_frame (Pictures     *self,
           PictureFlags  flags)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->window), flags & PICTURE_WINDOW ? "solid-csd" : "csd");
  gtk_widget_add_css_class (GTK_WIDGET (self->window), flags & PICTURE_WINDOW ? "csd" : "solid-csd");
}

static void
take (Pictures *self)
{
  PictureFlags flags = tl_pictures[self->picture].flags;
  GdkFrameClock *clock = NULL;

  be_patient (self);
  set_style (flags);
  set_frame (self, flags);
  gtk_window_set_default_size (GTK_WINDOW (self->window), get_width (flags), get_height (flags));
  if (tl_pictures[self->picture].view != NULL)
    {
      TlView *view = tl_window_show_view (self->window, tl_pictures[self->picture].view);
      TlRiskPage *page = TL_IS_RISKS_VIEW (view) ? tl_risks_view_get_page (TL_RISKS_VIEW (view)) : NULL;

      for (TlLineLink link = TL_LINE_LINK_IMPROVED; page != NULL && link <= TL_LINE_LINK_EVEN; link++)
        tl_risk_page_expand (page, link, flags & PICTURE_EXPANDED);
      g_object_set (self->window, "risk",
                    find_risk (tl_window_get_workbook (self->window), tl_pictures[self->picture].risk), NULL);
      show_moment (self);
      if (tl_pictures[self->picture].action != NULL)
        gtk_widget_activate_action (page != NULL ? GTK_WIDGET (page) : GTK_WIDGET (view),
                                    tl_pictures[self->picture].action, NULL);
    }

  /* Wherever the pointer happens to be, nothing lies beneath it. */
  gtk_widget_set_can_target (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window)), FALSE);
  self->frames = 0;
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), self);
  gtk_widget_queue_draw (GTK_WIDGET (self->window));
}

/* ── Something for the history ────────────────────────────────────────────── */

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Pictures *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    g_printerr ("throughline: %s\n", error->message);
  show_next (self);
}

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Pictures *self = user_data;
  g_autoptr (GError) error = NULL;

  if (tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    tl_workbook_undo_async (TL_WORKBOOK (source), NULL, taken_back_cb, self);
  else
    {
      g_printerr ("throughline: %s\n", error->message);
      show_next (self);
    }
}

/* A risk is called something else, and that is taken back. */
static void
make_history (Pictures *self)
{
  TlWorkbook *workbook = tl_window_get_workbook (self->window);
  TlRisk *risk = find_risk (workbook, "R1");

  self->has_history = TRUE;
  if (risk == NULL)
    show_next (self);
  else
    tl_workbook_rename_risk_async (workbook, risk, _("Another title"), NULL, renamed_cb, self);
}

/* ── All of them ──────────────────────────────────────────────────────────── */

static gboolean
is_wanted (Pictures *self)
{
  gboolean wanted = self->views == NULL;

  for (guint i = 0; self->views != NULL && self->views[i] != NULL; i++)
    wanted = wanted || g_str_has_prefix (tl_pictures[self->picture].name, self->views[i]);
  return wanted && (tl_pictures[self->picture].view == NULL ||
                    tl_window_show_view (self->window, tl_pictures[self->picture].view) != NULL);
}

static void
show_next (Pictures *self)
{
  while (self->picture < tl_n_pictures && !is_wanted (self))
    self->picture++;

  if (self->picture == tl_n_pictures)
    {
      finish (self);
      return;
    }
  if (g_strcmp0 (tl_pictures[self->picture].view, "history") == 0 && !self->has_history)
    {
      make_history (self);
      return;
    }
  /* How to begin is shown by a window without a workbook. */
  if (tl_pictures[self->picture].view == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->window), FALSE);
      self->window = tl_window_new (self->application);
      gtk_window_present (GTK_WINDOW (self->window));
    }
  take (self);
}

static void
assessment_cb (TlWorkbook *workbook,
               GParamSpec *pspec,
               Pictures   *self)
{
  if (tl_workbook_get_assessment (workbook) == NULL)
    return;
  g_signal_handlers_disconnect_by_func (workbook, assessment_cb, self);
  self->opened = tl_workbook_get_recorded (workbook);
  show_next (self);
}

static void
workbook_cb (Pictures *self)
{
  TlWorkbook *workbook = tl_window_get_workbook (self->window);

  if (workbook == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->window, workbook_cb, self);
  g_signal_connect (workbook, "notify::assessment", G_CALLBACK (assessment_cb), self);
  assessment_cb (workbook, NULL, self);
}

/**
 * tl_pictures_take:
 * @application: an application that was just started
 * @workbook: (nullable): a workbook, the sample when %NULL; it is opened as a copy
 * @folder: where the pictures go
 * @views: (nullable): what the names of the wanted pictures begin with; %NULL for all of them
 *
 * Makes a picture of every view, as it is painted, and ends the program.
 *
 * Returns: 0 while it goes on
 */
int
tl_pictures_take (TlApplication      *application,
                  GFile              *workbook,
                  const char         *folder,
                  const char * const *views)
{
  g_autoptr (GFile) sample = workbook != NULL ? g_object_ref (workbook) : tl_application_find_sample (application);
  Pictures *self = NULL;

  if (sample == NULL)
    {
      g_printerr (_("throughline: the sample workbook is not installed\n"));
      return 2;
    }
  self = g_new0 (Pictures, 1);
  self->application = application;
  self->folder = g_strdup (folder);
  self->views = g_strdupv ((char **) views);
  be_patient (self);
  set_style (PICTURE_PLAIN);
  self->window = tl_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  g_signal_connect_swapped (self->window, "notify::workbook", G_CALLBACK (workbook_cb), self);
  g_application_hold (G_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (self->window));
  tl_window_open_copy (self->window, sample);
  return 0;
}
