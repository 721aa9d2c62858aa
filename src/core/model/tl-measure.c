/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-measure.h"

struct _TlMeasure
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlMeasure, tl_measure, TL_TYPE_RECORD)

static void
tl_measure_class_init (TlMeasureClass *klass)
{
  tl_record_class_install_fields (TL_RECORD_CLASS (klass), TL_TABLE_MEASURE);
}

static void
tl_measure_init (TlMeasure *self)
{
}

/**
 * tl_measure_get_title:
 * @self: a measure
 *
 * Returns: (nullable): what it measures, in a few words
 */
const char *
tl_measure_get_title (TlMeasure *self)
{
  return tl_record_get_text (TL_RECORD (self), "title");
}

/**
 * tl_measure_get_risk:
 * @self: a measure
 *
 * Returns: (transfer none) (nullable): the risk whose outcome it measures
 */
TlRisk *
tl_measure_get_risk (TlMeasure *self)
{
  return (TlRisk *) tl_record_get_link (TL_RECORD (self), "risk");
}
