/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-cell.h"

struct _TlPlaceCell
{
  TlFactCell parent_instance;

  TlPlaceCellKind kind;
  TlPlaceRow *row;
};

typedef enum
{
  PROP_KIND = 1,
} TlPlaceCellProperty;

static GParamSpec *properties[PROP_KIND + 1];

G_DEFINE_ENUM_TYPE (TlPlaceCellKind, tl_place_cell_kind,
                    G_DEFINE_ENUM_VALUE (TL_PLACE_CELL_KIND_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_CELL_KIND_COUNTS, "counts"),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_CELL_KIND_VALUE, "value"),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_CELL_KIND_INTERVAL, "interval"),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_CELL_KIND_STATE, "state"),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_CELL_KIND_SUPPORT, "support"))

G_DEFINE_FINAL_TYPE (TlPlaceCell, tl_place_cell, TL_TYPE_FACT_CELL)

/* Each kind's fact and, where it has one, its ground are texts of the row. */
static const struct
{
  const char *fact;
  const char *ground;
  TlFactLook look;
} kinds[] = {
  [TL_PLACE_CELL_KIND_NAME] = { "name", "parent", TL_FACT_LOOK_PLAIN },
  [TL_PLACE_CELL_KIND_COUNTS] = { "counts", NULL, TL_FACT_LOOK_NUMBER },
  [TL_PLACE_CELL_KIND_VALUE] = { "value", NULL, TL_FACT_LOOK_NUMBER },
  [TL_PLACE_CELL_KIND_INTERVAL] = { "interval", NULL, TL_FACT_LOOK_PLAIN },
  [TL_PLACE_CELL_KIND_STATE] = { "state", "hides", TL_FACT_LOOK_LATE },
  [TL_PLACE_CELL_KIND_SUPPORT] = { "cause", "support", TL_FACT_LOOK_PLAIN },
};

/* What is weak stands out; figures that can't be judged step back. */
static TlFactLook
choose_look (TlPlaceCell *self,
             const char  *ground)
{
  TlFactLook look = kinds[self->kind].look;
  gboolean figures = self->kind != TL_PLACE_CELL_KIND_NAME && self->kind != TL_PLACE_CELL_KIND_SUPPORT;

  if (ground == NULL || *ground == '\0')
    look |= TL_FACT_LOOK_ALONE;
  if (self->kind == TL_PLACE_CELL_KIND_SUPPORT)
    return look | (tl_place_row_lacks_support (self->row) ? TL_FACT_LOOK_LATE : 0);
  if (figures && tl_place_row_is_unsure (self->row))
    return look | TL_FACT_LOOK_FAINT;
  if (self->kind == TL_PLACE_CELL_KIND_VALUE || tl_place_row_stands_out (self->row))
    return look | TL_FACT_LOOK_STRONG;
  return look;
}

static void
show_row (TlPlaceCell *self)
{
  g_autofree char *fact = NULL;
  g_autofree char *ground = NULL;

  if (self->row == NULL)
    return;
  g_object_get (self->row, kinds[self->kind].fact, &fact, NULL);
  if (kinds[self->kind].ground != NULL)
    g_object_get (self->row, kinds[self->kind].ground, &ground, NULL);
  tl_fact_cell_set_words (TL_FACT_CELL (self), fact, ground, choose_look (self, ground));
}

static void
tl_place_cell_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlPlaceCell *self = TL_PLACE_CELL (object);

  switch ((TlPlaceCellProperty) id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_place_cell_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlPlaceCell *self = TL_PLACE_CELL (object);

  switch ((TlPlaceCellProperty) id)
    {
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_place_cell_dispose (GObject *object)
{
  tl_place_cell_set_row (TL_PLACE_CELL (object), NULL);

  G_OBJECT_CLASS (tl_place_cell_parent_class)->dispose (object);
}

static void
tl_place_cell_class_init (TlPlaceCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_place_cell_get_property;
  object_class->set_property = tl_place_cell_set_property;
  object_class->dispose = tl_place_cell_dispose;

  /**
   * TlPlaceCell:kind:
   *
   * Which column it is in.
   */
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, TL_TYPE_PLACE_CELL_KIND, TL_PLACE_CELL_KIND_NAME,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_place_cell_init (TlPlaceCell *self)
{
}

/**
 * tl_place_cell_set_row:
 * @self: a cell
 * @row: (nullable): a row, or none to go on showing the last one without following it
 *
 * Shows a row, and what it is made the row of later.
 */
void
tl_place_cell_set_row (TlPlaceCell *self,
                       TlPlaceRow  *row)
{
  g_return_if_fail (TL_IS_PLACE_CELL (self));

  if (self->row == row)
    return;
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, show_row, self);
  g_set_object (&self->row, row);
  if (row != NULL)
    g_signal_connect_swapped (row, "changed", G_CALLBACK (show_row), self);
  show_row (self);
}
