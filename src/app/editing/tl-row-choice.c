/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-row-choice.h"

struct _TlRowChoice
{
  GObject parent_instance;

  TlRowChoiceKind kind;
  TlId id;
  char *title;
  char *detail;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
} TlRowChoiceProperty;

static GParamSpec *properties[PROP_DETAIL + 1];

G_DEFINE_FINAL_TYPE (TlRowChoice, tl_row_choice, G_TYPE_OBJECT)

static void
tl_row_choice_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlRowChoice *self = TL_ROW_CHOICE (object);

  switch ((TlRowChoiceProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_row_choice_finalize (GObject *object)
{
  TlRowChoice *self = TL_ROW_CHOICE (object);

  g_free (self->title);
  g_free (self->detail);

  G_OBJECT_CLASS (tl_row_choice_parent_class)->finalize (object);
}

static void
tl_row_choice_class_init (TlRowChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_row_choice_get_property;
  object_class->finalize = tl_row_choice_finalize;

  /**
   * TlRowChoice:title:
   *
   * What it is called.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * TlRowChoice:detail:
   *
   * What tells it from others, perhaps nothing.
   */
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_row_choice_init (TlRowChoice *self)
{
}

/**
 * tl_row_choice_new:
 * @kind: what sort of choice
 * @id: (nullable): the row's id, of a row
 * @title: what it is called
 * @detail: (nullable): what tells it from others
 *
 * Returns: (transfer full): something that can be chosen
 */
TlRowChoice *
tl_row_choice_new (TlRowChoiceKind  kind,
                   const TlId      *id,
                   const char      *title,
                   const char      *detail)
{
  TlRowChoice *self = g_object_new (TL_TYPE_ROW_CHOICE, NULL);

  self->kind = kind;
  if (id != NULL)
    self->id = *id;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail != NULL ? detail : "");
  return self;
}

/**
 * tl_row_choice_get_kind:
 * @self: a choice
 *
 * Returns: what sort of choice it is
 */
TlRowChoiceKind
tl_row_choice_get_kind (TlRowChoice *self)
{
  return self->kind;
}

/**
 * tl_row_choice_get_id:
 * @self: a choice
 *
 * Returns: (transfer none): the row's id, of a row
 */
const TlId *
tl_row_choice_get_id (TlRowChoice *self)
{
  return &self->id;
}
