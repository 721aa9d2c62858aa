/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-page-preview.h"

#include <glib/gi18n.h>
#include <math.h>

/* Room round the sheet, in pixels. */
#define MARGIN 12

/* A sheet that fills the room is no wider than this, and no narrower. */
#define WIDEST 820
#define NARROWEST 200

struct _TlPagePreview
{
  GtkWidget parent_instance;

  /* What is shown: its pages are ready. What is laid out meanwhile is elsewhere. */
  TlReport *report;
  TlProgress *progress;
  guint page;
  /* Pixels for a point; 0 to fill the room. */
  double zoom;
};

typedef enum
{
  PROP_PAGE = 1,
  PROP_N_PAGES,
  PROP_ZOOM,
  PROP_PROGRESS,
} TlPagePreviewProperty;

static GParamSpec *properties[PROP_PROGRESS + 1];

G_DEFINE_FINAL_TYPE (TlPagePreview, tl_page_preview, GTK_TYPE_WIDGET)

/* ── Size ──────────────────────────────────────────────────────────────────── */

static TlPaper
get_sheet (TlPagePreview *self)
{
  return self->report != NULL ? tl_report_get_sheet (self->report) : tl_paper_a4 ();
}

static double
get_fitting (TlPagePreview *self,
             int            width)
{
  TlPaper sheet = get_sheet (self);

  return CLAMP (width - 2 * MARGIN, NARROWEST, WIDEST) / sheet.width;
}

static double
get_scale_for (TlPagePreview *self,
               int            width)
{
  return self->zoom > 0.0 ? self->zoom : get_fitting (self, width);
}

static GtkSizeRequestMode
tl_page_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_page_preview_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  TlPagePreview *self = TL_PAGE_PREVIEW (widget);
  TlPaper sheet = get_sheet (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->zoom > 0.0 ? (int) ceil (sheet.width * self->zoom) + 2 * MARGIN : NARROWEST + 2 * MARGIN;
      *natural = self->zoom > 0.0 ? *minimum : WIDEST;
    }
  else
    {
      double scale = get_scale_for (self, for_size >= 0 ? for_size : WIDEST);

      *minimum = *natural = (int) ceil (sheet.height * scale) + 2 * MARGIN;
    }
}

/* ── Drawing ───────────────────────────────────────────────────────────────── */

static void
tl_page_preview_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TlPagePreview *self = TL_PAGE_PREVIEW (widget);
  TlPaper sheet = get_sheet (self);
  int width = gtk_widget_get_width (widget);
  double scale = get_scale_for (self, width);
  float x = (float) MAX (MARGIN, (width - sheet.width * scale) / 2.0);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, MARGIN, (float) (sheet.width * scale), (float) (sheet.height * scale));
  GskRoundedRect outline;
  cairo_t *cr = NULL;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0.0f);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.35f }, 0.0f, 1.0f, 0.0f, 5.0f);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  if (self->report == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, bounds.origin.x, bounds.origin.y);
  cairo_scale (cr, scale, scale);
  tl_report_draw_page (self->report, cr, self->page);
  cairo_destroy (cr);
}

/* ── Telling ───────────────────────────────────────────────────────────────── */

/* What a screen reader says: which page it is, and all that stands on it. */
static void
tell (TlPagePreview *self)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  if (self->report == NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Preview"), -1);
      return;
    }
  label = g_strdup_printf (_("Preview, page %1$u of %2$u"), self->page + 1, tl_page_preview_get_n_pages (self));
  text = tl_report_read_page (self->report, self->page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* ── Laying out ────────────────────────────────────────────────────────────── */

static void
set_progress (TlPagePreview *self,
              TlProgress    *progress)
{
  if (self->progress == progress)
    return;
  if (self->progress != NULL)
    g_cancellable_cancel (G_CANCELLABLE (self->progress));
  g_set_object (&self->progress, progress);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static void
paginate_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GError *error = NULL;

  if (tl_report_paginate (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
paginated_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  TlPagePreview *self = TL_PAGE_PREVIEW (source);
  GTask *task = G_TASK (result);

  /* Whoever chose something else doesn't wait for this any more. */
  if (!g_task_propagate_boolean (task, NULL)
      || self->progress == NULL || g_task_get_cancellable (task) != G_CANCELLABLE (self->progress))
    return;

  g_set_object (&self->report, g_task_get_task_data (task));
  self->page = MIN (self->page, tl_report_get_n_pages (self->report) - 1);
  set_progress (self, NULL);
  tell (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/* ── Overrides ─────────────────────────────────────────────────────────────── */

static void
tl_page_preview_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlPagePreview *self = TL_PAGE_PREVIEW (object);

  switch ((TlPagePreviewProperty) property_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, tl_page_preview_get_n_pages (self));
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_PROGRESS:
      g_value_set_object (value, self->progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_page_preview_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TlPagePreview *self = TL_PAGE_PREVIEW (object);

  switch ((TlPagePreviewProperty) property_id)
    {
    case PROP_PAGE:
      tl_page_preview_set_page (self, g_value_get_uint (value));
      break;
    case PROP_ZOOM:
      tl_page_preview_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_N_PAGES:
    case PROP_PROGRESS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_page_preview_dispose (GObject *object)
{
  TlPagePreview *self = TL_PAGE_PREVIEW (object);

  if (self->progress != NULL)
    g_cancellable_cancel (G_CANCELLABLE (self->progress));
  g_clear_object (&self->progress);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (tl_page_preview_parent_class)->dispose (object);
}

static void
bind_key (GtkWidgetClass *widget_class,
          guint           key,
          const char     *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, key, GDK_CONTROL_MASK, action, NULL);
}

static void
tl_page_preview_class_init (TlPagePreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_page_preview_get_property;
  object_class->set_property = tl_page_preview_set_property;
  object_class->dispose = tl_page_preview_dispose;
  widget_class->get_request_mode = tl_page_preview_get_request_mode;
  widget_class->measure = tl_page_preview_measure;
  widget_class->snapshot = tl_page_preview_snapshot;

  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0.0, 8.0, 0.0,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROGRESS] = g_param_spec_object ("progress", NULL, NULL, TL_TYPE_PROGRESS,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_key (widget_class, GDK_KEY_Page_Down, "print.next-page");
  bind_key (widget_class, GDK_KEY_Page_Up, "print.previous-page");
  bind_key (widget_class, GDK_KEY_Home, "print.first-page");
  bind_key (widget_class, GDK_KEY_End, "print.last-page");
  bind_key (widget_class, GDK_KEY_plus, "print.zoom-in");
  bind_key (widget_class, GDK_KEY_equal, "print.zoom-in");
  bind_key (widget_class, GDK_KEY_KP_Add, "print.zoom-in");
  bind_key (widget_class, GDK_KEY_minus, "print.zoom-out");
  bind_key (widget_class, GDK_KEY_KP_Subtract, "print.zoom-out");
  bind_key (widget_class, GDK_KEY_0, "print.zoom-fit");

  gtk_widget_class_set_css_name (widget_class, "page-preview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
tl_page_preview_init (TlPagePreview *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  tell (self);
}

/* ── Public ────────────────────────────────────────────────────────────────── */

/**
 * tl_page_preview_set_report:
 * @self: a preview
 * @report: a report that nobody else uses any more
 *
 * Shows a report as soon as its pages are laid out; until then what was shown stays.
 */
void
tl_page_preview_set_report (TlPagePreview *self,
                            TlReport      *report)
{
  g_autoptr (TlProgress) progress = tl_progress_new (NULL, NULL);
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_PAGE_PREVIEW (self));

  set_progress (self, progress);
  task = g_task_new (self, G_CANCELLABLE (progress), paginated_cb, NULL);
  g_task_set_source_tag (task, tl_page_preview_set_report);
  g_task_set_task_data (task, g_object_ref (report), g_object_unref);
  g_task_run_in_thread (task, paginate_thread);
}

/**
 * tl_page_preview_get_report:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the report that is shown, %NULL before the first one is laid out
 */
TlReport *
tl_page_preview_get_report (TlPagePreview *self)
{
  return self->report;
}

/**
 * tl_page_preview_set_page:
 * @self: a preview
 * @page: number of the page, from 0; beyond the end it is the last one
 */
void
tl_page_preview_set_page (TlPagePreview *self,
                          guint          page)
{
  guint n_pages = tl_page_preview_get_n_pages (self);

  page = n_pages > 0 ? MIN (page, n_pages - 1) : 0;
  if (page == self->page)
    return;
  self->page = page;
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/**
 * tl_page_preview_get_page:
 * @self: a preview
 *
 * Returns: number of the page that is shown, from 0
 */
guint
tl_page_preview_get_page (TlPagePreview *self)
{
  return self->page;
}

/**
 * tl_page_preview_get_n_pages:
 * @self: a preview
 *
 * Returns: how many pages the report has; 0 before they are laid out
 */
guint
tl_page_preview_get_n_pages (TlPagePreview *self)
{
  return self->report != NULL ? tl_report_get_n_pages (self->report) : 0;
}

/**
 * tl_page_preview_set_zoom:
 * @self: a preview
 * @zoom: pixels for a point; 0 to fill the room
 */
void
tl_page_preview_set_zoom (TlPagePreview *self,
                          double         zoom)
{
  zoom = CLAMP (zoom, 0.0, 8.0);
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/**
 * tl_page_preview_get_zoom:
 * @self: a preview
 *
 * Returns: pixels for a point; 0 when it fills the room
 */
double
tl_page_preview_get_zoom (TlPagePreview *self)
{
  return self->zoom;
}

/**
 * tl_page_preview_get_scale:
 * @self: a preview
 *
 * Returns: pixels for a point as it stands now, whether it fills the room or not
 */
double
tl_page_preview_get_scale (TlPagePreview *self)
{
  return get_scale_for (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

/**
 * tl_page_preview_get_progress:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): how far pages are laid out, %NULL when they are
 */
TlProgress *
tl_page_preview_get_progress (TlPagePreview *self)
{
  return self->progress;
}
