/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-view.h"

/* What a view hasn't been told yet. */
typedef enum
{
  NEWS_WORKBOOK = 1 << 0,
  NEWS_ASSESSMENT = 1 << 1,
  NEWS_RISK = 1 << 2,
} News;

typedef struct
{
  TlWorkbook *workbook;
  TlRisk *risk;
  GSignalGroup *signals;
  News news;
  /* Whether it has been in sight with this workbook, and so has something to bring up to date. */
  gboolean seen;
  gboolean in_sight;
} TlViewPrivate;

typedef enum
{
  PROP_WORKBOOK = 1,
  PROP_RISK,
} TlViewProperty;

static GParamSpec *properties[PROP_RISK + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlView, tl_view, ADW_TYPE_BIN)

static TlViewPrivate *
get_private (TlView *self)
{
  return tl_view_get_instance_private (self);
}

static void
call (TlView *self,
      void    (*told) (TlView *self))
{
  if (told != NULL)
    told (self);
}

/* In this order, whatever order it came in: with another workbook there is at first no risk in hand. */
static void
tell (TlView *self)
{
  TlViewClass *klass = TL_VIEW_GET_CLASS (self);
  TlViewPrivate *priv = get_private (self);
  News news = priv->news;
  g_autoptr (TlRisk) risk = news & NEWS_WORKBOOK ? g_steal_pointer (&priv->risk) : NULL;

  priv->news = 0;
  if (news & NEWS_WORKBOOK)
    call (self, klass->workbook_changed);
  if (news & NEWS_ASSESSMENT)
    call (self, klass->assessment_changed);
  if (risk != NULL)
    g_set_object (&priv->risk, risk);
  if (risk != NULL || (news & NEWS_RISK))
    call (self, klass->risk_changed);
}

static gboolean
can_show (TlViewClass *klass,
          TlWorkbook  *workbook)
{
  return klass->shows_outline || tl_workbook_get_assessment (workbook) != NULL
         || (klass->shows_detail && tl_workbook_get_detail (workbook) != NULL);
}

static gboolean
may_be_told (TlView *self)
{
  TlWorkbook *workbook = get_private (self)->workbook;

  return workbook == NULL || can_show (TL_VIEW_GET_CLASS (self), workbook);
}

/* What nobody looks at needn't be worked out; a workbook that is gone is let go of at once. */
static void
take_news (TlView *self,
           News    news)
{
  TlViewPrivate *priv = get_private (self);
  void (*let_go) (TlView *self) = TL_VIEW_GET_CLASS (self)->let_go;

  priv->news |= news;
  if (!may_be_told (self))
    return;
  if (priv->in_sight || priv->workbook == NULL || (priv->seen && let_go == NULL))
    tell (self);
  else if (priv->seen && (priv->news & NEWS_ASSESSMENT))
    let_go (self);
}

static void
assessment_cb (TlView *self)
{
  take_news (self, NEWS_ASSESSMENT);
}

static void
tl_view_map (GtkWidget *widget)
{
  TlViewPrivate *priv = get_private (TL_VIEW (widget));

  priv->seen = priv->in_sight = TRUE;
  if (may_be_told (TL_VIEW (widget)))
    tell (TL_VIEW (widget));

  GTK_WIDGET_CLASS (tl_view_parent_class)->map (widget);
}

static void
tl_view_unmap (GtkWidget *widget)
{
  get_private (TL_VIEW (widget))->in_sight = FALSE;

  GTK_WIDGET_CLASS (tl_view_parent_class)->unmap (widget);
}

static void
tl_view_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  TlView *self = TL_VIEW (object);

  switch ((TlViewProperty) id)
    {
    case PROP_WORKBOOK:
      g_value_set_object (value, tl_view_get_workbook (self));
      break;
    case PROP_RISK:
      g_value_set_object (value, tl_view_get_risk (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_view_set_property (GObject      *object,
                      guint         id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  TlView *self = TL_VIEW (object);

  switch ((TlViewProperty) id)
    {
    case PROP_WORKBOOK:
      tl_view_set_workbook (self, g_value_get_object (value));
      break;
    case PROP_RISK:
      tl_view_set_risk (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_view_dispose (GObject *object)
{
  TlViewPrivate *priv = get_private (TL_VIEW (object));

  g_clear_object (&priv->signals);
  g_clear_object (&priv->risk);
  g_clear_object (&priv->workbook);

  G_OBJECT_CLASS (tl_view_parent_class)->dispose (object);
}

static void
tl_view_class_init (TlViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_view_get_property;
  object_class->set_property = tl_view_set_property;
  object_class->dispose = tl_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = tl_view_map;
  GTK_WIDGET_CLASS (klass)->unmap = tl_view_unmap;

  /**
   * TlView:workbook:
   *
   * The workbook that it shows.
   */
  properties[PROP_WORKBOOK] = g_param_spec_object ("workbook", NULL, NULL, TL_TYPE_WORKBOOK, flags);
  /**
   * TlView:risk:
   *
   * The risk in hand.
   */
  properties[PROP_RISK] = g_param_spec_object ("risk", NULL, NULL, TL_TYPE_RISK, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_view_init (TlView *self)
{
  TlViewPrivate *priv = get_private (self);

  priv->signals = g_signal_group_new (TL_TYPE_WORKBOOK);
  g_signal_group_connect_swapped (priv->signals, "notify::assessment", G_CALLBACK (assessment_cb), self);
}

/**
 * tl_view_get_workbook:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the workbook that it shows
 */
TlWorkbook *
tl_view_get_workbook (TlView *self)
{
  g_return_val_if_fail (TL_IS_VIEW (self), NULL);

  return get_private (self)->workbook;
}

/**
 * tl_view_set_workbook:
 * @self: a view
 * @workbook: (nullable): the workbook that it is to show
 *
 * Shows another workbook, or none.
 */
void
tl_view_set_workbook (TlView     *self,
                      TlWorkbook *workbook)
{
  TlViewPrivate *priv = NULL;

  g_return_if_fail (TL_IS_VIEW (self));
  g_return_if_fail (workbook == NULL || TL_IS_WORKBOOK (workbook));

  priv = get_private (self);
  if (!g_set_object (&priv->workbook, workbook))
    return;
  g_signal_group_set_target (priv->signals, workbook);
  priv->seen = priv->in_sight;
  tl_view_set_risk (self, NULL);
  take_news (self, NEWS_WORKBOOK | NEWS_ASSESSMENT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKBOOK]);
}

/**
 * tl_view_get_risk:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the risk in hand
 */
TlRisk *
tl_view_get_risk (TlView *self)
{
  g_return_val_if_fail (TL_IS_VIEW (self), NULL);

  return get_private (self)->risk;
}

/**
 * tl_view_set_risk:
 * @self: a view
 * @risk: (nullable): a risk of its workbook
 *
 * Takes another risk in hand, or none.
 */
void
tl_view_set_risk (TlView *self,
                  TlRisk *risk)
{
  g_return_if_fail (TL_IS_VIEW (self));
  g_return_if_fail (risk == NULL || TL_IS_RISK (risk));

  if (!g_set_object (&get_private (self)->risk, risk))
    return;
  take_news (self, NEWS_RISK);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RISK]);
}

/**
 * tl_view_type_can_show:
 * @type: the type of a view, which needn't have been made yet
 * @workbook: a workbook
 *
 * Returns: whether such a view has something to show of @workbook, as far as it is concluded by now
 */
gboolean
tl_view_type_can_show (GType       type,
                       TlWorkbook *workbook)
{
  g_autoptr (TlViewClass) klass = NULL;

  g_return_val_if_fail (g_type_is_a (type, TL_TYPE_VIEW), FALSE);
  g_return_val_if_fail (TL_IS_WORKBOOK (workbook), FALSE);

  klass = g_type_class_ref (type);
  return can_show (klass, workbook);
}
