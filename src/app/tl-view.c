/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-view.h"

typedef struct
{
  TlWorkbook *workbook;
  TlRisk *risk;
  GSignalGroup *signals;
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
assessment_cb (TlView *self)
{
  if (TL_VIEW_GET_CLASS (self)->assessment_changed != NULL)
    TL_VIEW_GET_CLASS (self)->assessment_changed (self);
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
  tl_view_set_risk (self, NULL);
  if (TL_VIEW_GET_CLASS (self)->workbook_changed != NULL)
    TL_VIEW_GET_CLASS (self)->workbook_changed (self);
  assessment_cb (self);
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
  if (TL_VIEW_GET_CLASS (self)->risk_changed != NULL)
    TL_VIEW_GET_CLASS (self)->risk_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RISK]);
}
