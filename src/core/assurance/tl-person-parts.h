/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-due.h"
#include "tl-load.h"
#include "tl-owner-map.h"

G_BEGIN_DECLS

/**
 * TlPersonParts:
 * @person: (nullable): whose, %NULL for what nobody does: risks without an owner, actions and evidence without a name
 * @left: whether the post has ended
 * @outside: whether they work on a risk in which they have no part
 * @load: what they answer for among these risks
 * @accountable: (element-type TlRiskJudgement): the risks that they answer for
 * @supports: (element-type TlRiskJudgement): those that they support
 * @actions: (element-type TlActionJudgement): their open actions, the next due first
 * @kept: (element-type TlExpectedJudgement): the evidence that they are to bring
 * @next: (nullable): what is due next, or has been due longest
 * @overload: (nullable): a sentence when they answer for more than the settings allow, whatever the map is limited to
 *
 * What one person does for the open risks of an owner map.
 */
typedef struct
{
  const TlPersonFacts *person;
  gboolean left;
  gboolean outside;
  TlLoad load;
  GPtrArray *accountable;
  GPtrArray *supports;
  GPtrArray *actions;
  GPtrArray *kept;
  const TlDueItem *next;
  char *overload;
} TlPersonParts;

/**
 * TlPeopleParts:
 *
 * What each person does for the open risks of an owner map: nobody first, then who answers for most, then by name.
 */
typedef struct _TlPeopleParts TlPeopleParts;

TlPeopleParts       *tl_people_parts_new      (TlAssessment           *assessment,
                                               const TlOwnerMapFilter *filter);
void                 tl_people_parts_free     (TlPeopleParts          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPeopleParts, tl_people_parts_free)
guint                tl_people_parts_count    (const TlPeopleParts    *self);
const TlPersonParts *tl_people_parts_get      (const TlPeopleParts    *self,
                                               guint                   index);
const TlPersonParts *tl_people_parts_find     (const TlPeopleParts    *self,
                                               const TlPersonFacts    *person);
char                *tl_person_parts_describe (const TlPersonParts    *self,
                                               TlDay                   as_at);

G_END_DECLS
