/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-record.h"

G_BEGIN_DECLS

/**
 * TlPerson:
 *
 * A post-holder at the provider: never a person receiving care.
 */
#define TL_TYPE_PERSON (tl_person_get_type ())
G_DECLARE_FINAL_TYPE (TlPerson, tl_person, TL, PERSON, TlRecord)

const char *tl_person_get_name (TlPerson *self);
const char *tl_person_get_role (TlPerson *self);

G_END_DECLS
