/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-person.h"

struct _TlPerson
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlPerson, tl_person, TL_TYPE_RECORD)

static void
tl_person_class_init (TlPersonClass *klass)
{
  tl_record_class_install_fields (TL_RECORD_CLASS (klass), TL_TABLE_PERSON);
}

static void
tl_person_init (TlPerson *self)
{
}

/**
 * tl_person_get_name:
 * @self: a person
 *
 * Returns: (nullable): the person's name
 */
const char *
tl_person_get_name (TlPerson *self)
{
  return tl_record_get_text (TL_RECORD (self), "name");
}

/**
 * tl_person_get_role:
 * @self: a person
 *
 * Returns: (nullable): the post they hold
 */
const char *
tl_person_get_role (TlPerson *self)
{
  return tl_record_get_text (TL_RECORD (self), "role");
}
