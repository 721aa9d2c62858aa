/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/* The last three months, as everywhere where records are asked for. */
#define TL_OWNER_RECORDS_DAYS 92

/**
 * TlNamedPart:
 * @TL_NAMED_PART_NONE: no part in the risk
 * @TL_NAMED_PART_OWNER: accountable for it
 * @TL_NAMED_PART_SUPPORTER: supports it
 * @TL_NAMED_PART_KEEPER: is to bring evidence for it
 *
 * What part somebody who is named in records has by the map.
 */
typedef enum
{
  TL_NAMED_PART_NONE,
  TL_NAMED_PART_OWNER,
  TL_NAMED_PART_SUPPORTER,
  TL_NAMED_PART_KEEPER,
} TlNamedPart;

/**
 * TlNamedPerson:
 * @person: (nullable): who, if the workbook knows them
 * @name: the name
 * @part: what part they have by the map
 * @n_actions: in how many actions they are named that were open at some time in the last three months
 * @n_evidence: how many items of evidence they recorded in that time
 * @n_reviews: in how many reviews of that time they asked or decided something about the risk
 *
 * Somebody whom records of the last three months name for a risk.
 */
typedef struct
{
  const TlPersonFacts *person;
  const char *name;
  TlNamedPart part;
  guint n_actions;
  guint n_evidence;
  guint n_reviews;
} TlNamedPerson;

/**
 * TlOwnerRecords:
 * @risk: an open risk
 * @owner: (nullable): who answers for it by the map
 * @named: (element-type TlNamedPerson): whom its records name, most often named first
 * @disagreements: (array zero-terminated=1): where they disagree with the map, a plain sentence each; empty when they
 *   agree
 *
 * Who answers for a risk by the map, against whom its own records name.
 */
typedef struct
{
  const TlRiskJudgement *risk;
  const TlPersonFacts *owner;
  GArray *named;
  char **disagreements;
} TlOwnerRecords;

TlOwnerRecords *tl_owner_records_new  (const TlAssessment    *assessment,
                                       const TlRiskJudgement *risk);
void            tl_owner_records_free (TlOwnerRecords        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOwnerRecords, tl_owner_records_free)

G_END_DECLS
