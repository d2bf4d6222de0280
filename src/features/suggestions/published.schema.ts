import * as z from 'zod'

export const SuggestedItem = z
  .object({
    id: z.uuid(),
    authorityId: z.string(),
    authorityName: z.string(),
    kind: z.enum(['published', 'catalogue']).meta({ description: 'published 已经公开的；catalogue 公开目录里的' }),
    title: z.string(),
    documentRef: z.string().nullable(),
    summary: z.string().nullable(),
    url: z.string().nullable().meta({ description: '在哪里能看到；目录里没有上网的为空' }),
    publishedOn: z.string().nullable(),
    score: z.number().meta({ description: '0到1，越大越可能是要的；文号写对的是1' }),
  })
  .meta({ id: 'SuggestedItem' })

export const SuggestedAnswer = z.object({ items: z.array(SuggestedItem) }).meta({ id: 'SuggestedItems' })

const Figures = z
  .object({
    shown: z.int().meta({ description: '多少次写申请时列出过' }),
    opened: z.int().meta({ description: '其中点开的' }),
    sufficient: z.int().meta({ description: '其中够用了、没有申请的' }),
    filed: z.int().meta({ description: '其中仍然申请的' }),
  })
  .meta({ id: 'SuggestionFigures' })

export const CatalogueItem = z
  .object({
    id: z.uuid(),
    kind: z.enum(['published', 'catalogue']),
    title: z.string(),
    documentRef: z.string().nullable(),
    summary: z.string().nullable(),
    url: z.string().nullable(),
    publishedOn: z.string().nullable(),
    indexNumber: z.string().nullable(),
    active: z.boolean(),
    version: z.int(),
    all: Figures,
    recent: Figures,
  })
  .meta({ id: 'CatalogueItem' })

const WithRate = Figures.extend({ rate: z.number().nullable().meta({ description: '够用了的占多少，百分数；没有列过为空' }) }).meta({ id: 'SuggestionRate' })

export const CatalogueAnswer = z
  .object({
    page: z.int(),
    more: z.boolean(),
    recentDays: z.int().meta({ description: 'recent 是近多少日' }),
    all: WithRate,
    recent: WithRate,
    items: z.array(CatalogueItem),
  })
  .meta({ id: 'Catalogue' })

export const SavedAnswer = z.object({ id: z.uuid(), version: z.int(), changed: z.boolean().meta({ description: '没有要改的为false' }) }).meta({ id: 'SavedPublishedItem' })
