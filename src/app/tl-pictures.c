/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pictures.h"

#include <glib/gi18n.h>

#include "tl-history-view.h"
#include "tl-overview-view.h"
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
  /* Whether something has been done that the history can show. */
  gboolean has_history;
} Pictures;

/* How a picture differs from the everyday one. */
typedef enum
{
  PICTURE_PLAIN = 0,
  PICTURE_DARK = 1 << 0,
  PICTURE_NARROW = 1 << 1,
  PICTURE_LARGE_TEXT = 1 << 2,
  PICTURE_MIRRORED = 1 << 3,
  /* With what improved and what is uneven. */
  PICTURE_EXPANDED = 1 << 4,
  /* As it was recorded before anything was done. */
  PICTURE_RECORDED = 1 << 5,
  PICTURE_WIDE = 1 << 6,
  /* For a page of the help. */
  PICTURE_SMALL = 1 << 7,
} PictureFlags;

static const struct
{
  const char *name;
  const char *view;
  /* The ref of the risk that is in hand. */
  const char *risk;
  PictureFlags flags;
  /* What is done first, in the view. */
  const char *action;
} pictures[] = {
  { "overview", "overview", NULL, PICTURE_PLAIN },
  { "overview-dark", "overview", NULL, PICTURE_DARK },
  { "overview-narrow", "overview", NULL, PICTURE_NARROW },
  { "overview-large-text", "overview", NULL, PICTURE_LARGE_TEXT },
  { "overview-right-to-left", "overview", NULL, PICTURE_MIRRORED },
  { "overview-wide", "overview", NULL, PICTURE_WIDE },
  { "risks", "risks", "R1", PICTURE_EXPANDED },
  { "risks-dark", "risks", "R1", PICTURE_DARK | PICTURE_EXPANDED },
  { "risks-list", "risks", NULL, PICTURE_PLAIN },
  { "risks-narrow", "risks", NULL, PICTURE_NARROW },
  { "risks-narrow-page", "risks", "R1", PICTURE_NARROW },
  { "risks-large-text", "risks", "R1", PICTURE_LARGE_TEXT },
  { "risks-right-to-left", "risks", "R1", PICTURE_MIRRORED },
  { "risks-wide", "risks", "R1", PICTURE_WIDE },
  { "risks-name-owner", "risks", "R2", PICTURE_PLAIN, "risk.name-owner" },
  { "risks-name-owner-dark", "risks", "R2", PICTURE_DARK, "risk.name-owner" },
  { "risks-hand-over-narrow", "risks", "R1", PICTURE_NARROW, "risk.name-owner" },
  { "risks-add", "risks", "R1", PICTURE_PLAIN, "win.add" },
  { "timeline-add-dark", "timeline", "R1", PICTURE_DARK, "win.add" },
  { "places-add-narrow", "places", "R1", PICTURE_NARROW, "win.add" },
  { "print", "risks", "R1", PICTURE_PLAIN, "win.print" },
  { "owners", "owners", "R1", PICTURE_PLAIN },
  { "owners-dark", "owners", "R1", PICTURE_DARK },
  { "owners-narrow", "owners", "R1", PICTURE_NARROW },
  { "owners-large-text", "owners", "R1", PICTURE_LARGE_TEXT },
  { "owners-right-to-left", "owners", "R1", PICTURE_MIRRORED },
  { "owners-wide", "owners", "R1", PICTURE_WIDE },
  { "timeline", "timeline", "R1", PICTURE_PLAIN },
  { "timeline-dark", "timeline", "R1", PICTURE_DARK },
  { "timeline-narrow", "timeline", "R1", PICTURE_NARROW },
  { "timeline-large-text", "timeline", "R1", PICTURE_LARGE_TEXT },
  { "timeline-right-to-left", "timeline", "R1", PICTURE_MIRRORED },
  { "timeline-wide", "timeline", "R1", PICTURE_WIDE },
  { "places", "places", "R1", PICTURE_PLAIN },
  { "places-dark", "places", "R1", PICTURE_DARK },
  { "places-narrow", "places", "R1", PICTURE_NARROW },
  { "places-large-text", "places", "R1", PICTURE_LARGE_TEXT },
  { "places-right-to-left", "places", "R1", PICTURE_MIRRORED },
  { "places-wide", "places", "R1", PICTURE_WIDE },
  { "places-print", "places", "R1", PICTURE_PLAIN, "win.print" },
  { "reviews", "reviews", NULL, PICTURE_PLAIN },
  { "reviews-dark", "reviews", NULL, PICTURE_DARK },
  { "reviews-narrow", "reviews", NULL, PICTURE_NARROW },
  { "reviews-large-text", "reviews", NULL, PICTURE_LARGE_TEXT },
  { "reviews-right-to-left", "reviews", NULL, PICTURE_MIRRORED },
  { "review", "reviews", NULL, PICTURE_PLAIN, "reviews.go-on" },
  { "review-dark", "reviews", NULL, PICTURE_DARK, "reviews.go-on" },
  { "review-narrow", "reviews", NULL, PICTURE_NARROW, "reviews.go-on" },
  { "review-large-text", "reviews", NULL, PICTURE_LARGE_TEXT, "reviews.go-on" },
  { "review-right-to-left", "reviews", NULL, PICTURE_MIRRORED, "reviews.go-on" },
  { "start-review", "reviews", NULL, PICTURE_PLAIN, "win.add" },
  { "people", "people", NULL, PICTURE_PLAIN },
  { "people-dark", "people", NULL, PICTURE_DARK },
  { "people-narrow", "people", NULL, PICTURE_NARROW },
  { "people-large-text", "people", NULL, PICTURE_LARGE_TEXT },
  { "people-right-to-left", "people", NULL, PICTURE_MIRRORED },
  { "help-overview", "overview", NULL, PICTURE_SMALL },
  { "help-risks", "risks", NULL, PICTURE_SMALL },
  { "help-risk", "risks", "R1", PICTURE_SMALL },
  { "help-owners", "owners", "R1", PICTURE_SMALL },
  { "help-timeline", "timeline", "R1", PICTURE_SMALL },
  { "help-places", "places", "R1", PICTURE_SMALL },
  { "help-reviews", "reviews", NULL, PICTURE_SMALL },
  { "help-holding", "reviews", NULL, PICTURE_SMALL, "reviews.go-on" },
  { "help-printing", "risks", "R1", PICTURE_SMALL, "win.print" },
  { "history", "history", NULL, PICTURE_EXPANDED },
  { "history-dark", "history", NULL, PICTURE_DARK | PICTURE_EXPANDED },
  { "history-narrow", "history", NULL, PICTURE_NARROW | PICTURE_EXPANDED },
  { "history-large-text", "history", NULL, PICTURE_LARGE_TEXT },
  { "history-right-to-left", "history", NULL, PICTURE_MIRRORED | PICTURE_EXPANDED },
  { "recorded", "risks", "R3", PICTURE_RECORDED },
  { "recorded-dark", "risks", "R3", PICTURE_RECORDED | PICTURE_DARK },
  { "recorded-narrow", "risks", NULL, PICTURE_RECORDED | PICTURE_NARROW },
  { "recorded-choose", "risks", NULL, PICTURE_PLAIN, "win.choose-recorded" },
  { "start", NULL, NULL, PICTURE_PLAIN },
};

static void show_next (Pictures *self);

/* What was done for the pictures is let go of: no window asks, and no working copy is left behind. */
static void
finish (Pictures *self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self->application)));

  for (GList *l = windows; l != NULL; l = l->next)
    tl_window_discard (l->data);
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
  PictureFlags flags = pictures[self->picture].flags;
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
      || tl_workbook_is_past (workbook) != ((pictures[self->picture].flags & PICTURE_RECORDED) != 0))
    return FALSE;
  /* The window goes where somebody was last, once it has the workbook. */
  tl_window_show_view (self->window, pictures[self->picture].view);
  if (g_str_equal (pictures[self->picture].view, "overview"))
    return !tl_overview_view_get_busy (TL_OVERVIEW_VIEW (tl_window_show_view (self->window, "overview")));
  if (g_str_equal (pictures[self->picture].view, "reviews"))
    return !tl_reviews_view_get_busy (TL_REVIEWS_VIEW (tl_window_show_view (self->window, "reviews")));
  if (!g_str_equal (pictures[self->picture].view, "history"))
    return TRUE;
  list = tl_history_view_get_list (TL_HISTORY_VIEW (tl_window_show_view (self->window, "history")));
  top = list != NULL ? g_list_model_get_item (G_LIST_MODEL (list), 0) : NULL;
  if (top == NULL || tl_history_item_get_entry (top) == NULL)
    return FALSE;
  tl_history_item_set_expanded (top, (pictures[self->picture].flags & PICTURE_EXPANDED) != 0);
  return TRUE;
}

static void
frame_cb (GdkFrameClock *clock,
          Pictures      *self)
{
  if (pictures[self->picture].view != NULL && !is_ready (self))
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
  if (!save_picture (self, pictures[self->picture].name))
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
  if (pictures[self->picture].flags & PICTURE_RECORDED)
    {
      if (!tl_workbook_is_past (tl_window_get_workbook (self->window)))
        tl_window_show_recorded (self->window, self->opened);
    }
  else
    tl_window_show_now (self->window);
}

static void
take (Pictures *self)
{
  PictureFlags flags = pictures[self->picture].flags;
  GdkFrameClock *clock = NULL;

  set_style (flags);
  gtk_window_set_default_size (GTK_WINDOW (self->window), get_width (flags), get_height (flags));
  if (pictures[self->picture].view != NULL)
    {
      TlView *view = tl_window_show_view (self->window, pictures[self->picture].view);
      TlRiskPage *page = TL_IS_RISKS_VIEW (view) ? tl_risks_view_get_page (TL_RISKS_VIEW (view)) : NULL;

      for (TlLineLink link = TL_LINE_LINK_IMPROVED; page != NULL && link <= TL_LINE_LINK_EVEN; link++)
        tl_risk_page_expand (page, link, flags & PICTURE_EXPANDED);
      g_object_set (self->window, "risk",
                    find_risk (tl_window_get_workbook (self->window), pictures[self->picture].risk), NULL);
      show_moment (self);
      if (pictures[self->picture].action != NULL)
        gtk_widget_activate_action (page != NULL ? GTK_WIDGET (page) : GTK_WIDGET (view),
                                    pictures[self->picture].action, NULL);
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
    wanted = wanted || g_str_has_prefix (pictures[self->picture].name, self->views[i]);
  return wanted && (pictures[self->picture].view == NULL ||
                    tl_window_show_view (self->window, pictures[self->picture].view) != NULL);
}

static void
show_next (Pictures *self)
{
  while (self->picture < G_N_ELEMENTS (pictures) && !is_wanted (self))
    self->picture++;

  if (self->picture == G_N_ELEMENTS (pictures))
    {
      finish (self);
      return;
    }
  if (g_strcmp0 (pictures[self->picture].view, "history") == 0 && !self->has_history)
    {
      make_history (self);
      return;
    }
  /* How to begin is shown by a window without a workbook. */
  if (pictures[self->picture].view == NULL)
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
  set_style (PICTURE_PLAIN);
  self->window = tl_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  g_signal_connect_swapped (self->window, "notify::workbook", G_CALLBACK (workbook_cb), self);
  g_application_hold (G_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (self->window));
  tl_window_open_copy (self->window, sample);
  return 0;
}
