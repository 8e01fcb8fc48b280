import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import { atTime, dueDay } from '../platform/now.ts';
import { ClockRule, PauseGround, spokenLength } from './clockRule.ts';
import { computeDue } from './due.ts';
import type { Extension } from './extension.ts';
import { clockKinds, defaultClockRules } from './rules.13710.ts';
import { statutoryClocks } from './rules.statutory.ts';

// Kind, law, article, length, whether the text was read; then the last day when it starts, at 23:59:59, on 10 February
// 2026 (before Spring Festival), 28 April (before May Day), 28 September (before National Day), 31 January (a month's end),
// on 27 and on 29 February 2028 (a leap year; no notice yet, so weekdays only), and in the night of New Year 2027; and the
// first of these once extended as far as the law lets one approval go. Worked out by a calendar of its own, not by ours.
const statute = `
peopleMediation 人民调解工作若干规定 33 1个月 V2 2026-03-10 2026-05-28 2026-10-28 2026-02-28 2028-03-27 2028-03-29 2027-01-31
medicalMediation 医疗纠纷预防和处理条例 38 30个工作日 V 2026-03-30 2026-06-11 2026-11-13 2026-03-19 2028-04-07 2028-04-11 2027-02-11
laborMediation 劳动争议调解仲裁法 14 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-15 2028-03-13 2028-03-15 2027-01-15
laborLimitation 劳动争议调解仲裁法 27 12个月 V 2027-02-10 2027-04-28 2027-09-28 2027-02-01 2029-02-27 2029-02-28 2027-12-31
laborAcceptance 劳动争议调解仲裁法 29 5个工作日 V2 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
laborCopy 劳动争议调解仲裁法 30 5个工作日 V2 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
laborAnswer 劳动争议调解仲裁法 30 10个工作日 V2 2026-03-02 2026-05-14 2026-10-16 2026-02-13 2028-03-10 2028-03-14 2027-01-14
laborAnswerCopy 劳动争议调解仲裁法 30 5个工作日 V2 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
laborAward 劳动争议调解仲裁法 43 45天 V 2026-03-27 2026-06-12 2026-11-12 2026-03-17 2028-04-12 2028-04-14 2027-02-14 2026-04-11
laborWorkerSuit 劳动争议调解仲裁法 48 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-24 2028-03-13 2028-03-15 2027-01-15
laborSetAside 劳动争议调解仲裁法 49 30天 V 2026-03-12 2026-05-28 2026-10-28 2026-03-02 2028-03-28 2028-03-30 2027-02-01
laborSuit 劳动争议调解仲裁法 50 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-24 2028-03-13 2028-03-15 2027-01-15
laborReview 劳动人事争议仲裁办案规则 74 15天 V2 2026-02-25 2026-05-13 2026-10-13 2026-02-15 2028-03-13 2028-03-15 2027-01-15
laborInspectionComplaint 劳动保障监察条例 20 24个月 V 2028-02-10 2028-04-28 2028-09-28 2028-01-31 2030-02-27 2030-02-28 2028-12-31
landLimitation 农村土地承包经营纠纷调解仲裁法 18 24个月 V 2028-02-10 2028-04-28 2028-09-28 2028-01-31 2030-02-27 2030-02-28 2029-01-01
landAward 农村土地承包经营纠纷调解仲裁法 47 60天 V 2026-04-11 2026-06-27 2026-11-27 2026-04-01 2028-04-27 2028-04-29 2027-03-01 2026-05-11
landSuit 农村土地承包经营纠纷调解仲裁法 48 30天 V 2026-03-12 2026-05-28 2026-10-28 2026-03-02 2028-03-28 2028-03-30 2027-02-01
confirmationRequest 民事诉讼法 205 30天 V 2026-03-12 2026-05-28 2026-10-28 2026-03-02 2028-03-28 2028-03-30 2027-02-01
specialProcedure 民事诉讼法 187 30天 V 2026-03-12 2026-05-28 2026-10-28 2026-03-02 2028-03-28 2028-03-30 2027-02-01
enforcementRequest 民事诉讼法 250 24个月 V 2028-02-10 2028-04-28 2028-09-28 2028-01-31 2030-02-27 2030-02-28 2029-01-01
civilFiling 民事诉讼法 126 7天 V 2026-02-24 2026-05-06 2026-10-08 2026-02-09 2028-03-06 2028-03-07 2027-01-07
ordinaryTrial 民事诉讼法 152 6个月 V 2026-08-10 2026-10-28 2027-03-29 2026-07-31 2028-08-28 2028-08-29 2027-06-30 2027-02-10
simplifiedTrial 民事诉讼法 164 3个月 V 2026-05-11 2026-07-28 2026-12-28 2026-04-30 2028-05-29 2028-05-29 2027-03-31 2026-06-10
smallClaimTrial 民事诉讼法 168 2个月 V 2026-04-10 2026-06-29 2026-11-30 2026-03-31 2028-04-27 2028-05-01 2027-03-01 2026-05-11
judgmentAppeal 民事诉讼法 171 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-24 2028-03-13 2028-03-15 2027-01-15
rulingAppeal 民事诉讼法 171 10天 V 2026-02-24 2026-05-08 2026-10-08 2026-02-10 2028-03-08 2028-03-10 2027-01-11
paymentOrderNotice 民事诉讼法 226 5天 V 2026-02-24 2026-05-06 2026-10-08 2026-02-05 2028-03-03 2028-03-06 2027-01-05
paymentOrder 民事诉讼法 227 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-24 2028-03-13 2028-03-15 2027-01-15
paymentOrderAnswer 民事诉讼法 227 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-24 2028-03-13 2028-03-15 2027-01-15
confirmationAcceptance 司法确认程序若干规定 4 3天 V 2026-02-13 2026-05-06 2026-10-08 2026-02-03 2028-03-01 2028-03-03 2027-01-04
confirmationDecision 司法确认程序若干规定 5 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-24 2028-03-13 2028-03-15 2027-01-15 2026-03-09
entrustedOrdinary 特邀调解的规定 27 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-24 2028-03-13 2028-03-15 2027-01-15 2026-03-27
entrustedSimplified 特邀调解的规定 27 7天 V 2026-02-24 2026-05-06 2026-10-08 2026-02-09 2028-03-06 2028-03-07 2027-01-07 2026-03-19
civilLimitation 民法典 188 36个月 V 2029-02-12 2029-04-30 2029-09-28 2029-01-31 2031-02-27 2031-02-28 2029-12-31
reconsiderationRequest 行政复议法 20 60天 V 2026-04-13 2026-06-29 2026-11-27 2026-04-01 2028-04-27 2028-05-01 2027-03-01
reconsiderationLimitRealEstate 行政复议法 21 240个月 V 2046-02-12 2046-04-30 2046-09-28 2046-01-31 2048-02-27 2048-03-02 2046-12-31
reconsiderationLimit 行政复议法 21 60个月 V 2031-02-10 2031-04-28 2031-09-29 2031-01-31 2033-02-28 2033-02-28 2031-12-31
reconsiderationAcceptance 行政复议法 30 5个工作日 V 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
reconsiderationSupplementNotice 行政复议法 31 5个工作日 V 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
reconsiderationSupplement 行政复议法 31 10个工作日 V 2026-03-02 2026-05-14 2026-10-16 2026-02-13 2028-03-10 2028-03-14 2027-01-14
reconsiderationCopy 行政复议法 48 7个工作日 V 2026-02-26 2026-05-11 2026-10-13 2026-02-10 2028-03-07 2028-03-09 2027-01-11
reconsiderationAnswer 行政复议法 48 10个工作日 V 2026-03-02 2026-05-14 2026-10-16 2026-02-13 2028-03-10 2028-03-14 2027-01-14
simpleReconsiderationCopy 行政复议法 54 3个工作日 V 2026-02-13 2026-05-06 2026-10-08 2026-02-04 2028-03-01 2028-03-03 2027-01-05
simpleReconsiderationAnswer 行政复议法 54 5个工作日 V 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
reconsiderationDecision 行政复议法 62 60天 V 2026-04-13 2026-06-29 2026-11-27 2026-04-01 2028-04-27 2028-05-01 2027-03-01 2026-05-11
simpleReconsiderationDecision 行政复议法 62 30天 V 2026-03-12 2026-05-28 2026-10-28 2026-03-02 2028-03-28 2028-03-30 2027-02-01
petitionTransfer 信访工作条例 22 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-15 2028-03-13 2028-03-15 2027-01-15
petitionNotice 信访工作条例 23 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-15 2028-03-13 2028-03-15 2027-01-15
petitionObjection 信访工作条例 23 5个工作日 V 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
petitionHandling 信访工作条例 34 60天 V 2026-04-11 2026-06-27 2026-11-27 2026-04-01 2028-04-27 2028-04-29 2027-03-01 2026-05-11
petitionReviewRequest 信访工作条例 35 30天 V 2026-03-12 2026-05-28 2026-10-28 2026-03-02 2028-03-28 2028-03-30 2027-01-30
petitionReview 信访工作条例 35 30天 V 2026-03-12 2026-05-28 2026-10-28 2026-03-02 2028-03-28 2028-03-30 2027-01-30
petitionRecheckRequest 信访工作条例 36 30天 V 2026-03-12 2026-05-28 2026-10-28 2026-03-02 2028-03-28 2028-03-30 2027-01-30
petitionRecheck 信访工作条例 36 30天 V 2026-03-12 2026-05-28 2026-10-28 2026-03-02 2028-03-28 2028-03-30 2027-01-30
legalAidDecision 法律援助法 43 7天 V 2026-02-17 2026-05-05 2026-10-05 2026-02-07 2028-03-05 2028-03-07 2027-01-07
legalAidAssignment 法律援助法 43 3天 V 2026-02-13 2026-05-01 2026-10-01 2026-02-03 2028-03-01 2028-03-03 2027-01-03
notarization 公证法 30 15个工作日 V 2026-03-09 2026-05-21 2026-10-23 2026-02-27 2028-03-17 2028-03-21 2027-01-21
laborWageLimitation 劳动争议调解仲裁法 27 12个月 V 2027-02-10 2027-04-28 2027-09-28 2027-02-01 2029-02-27 2029-02-28 2027-12-31
laborTribunalNotice 劳动争议调解仲裁法 32 5个工作日 V2 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
laborSuitAfterSetAside 劳动争议调解仲裁法 49 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-24 2028-03-13 2028-03-15 2027-01-15
landAcceptance 农村土地承包经营纠纷调解仲裁法 23 5个工作日 V 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
landCopy 农村土地承包经营纠纷调解仲裁法 24 5个工作日 V 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
landAnswer 农村土地承包经营纠纷调解仲裁法 25 10天 V 2026-02-24 2026-05-08 2026-10-08 2026-02-10 2028-03-08 2028-03-10 2027-01-11
landAnswerCopy 农村土地承包经营纠纷调解仲裁法 25 5个工作日 V 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
landDecisionSuit 土地管理法 14 30天 V 2026-03-12 2026-05-28 2026-10-28 2026-03-02 2028-03-28 2028-03-30 2027-02-01
forestDecisionSuit 森林法 22 30天 V 2026-03-12 2026-05-28 2026-10-28 2026-03-02 2028-03-28 2028-03-30 2027-02-01
medicalOfficeAcceptance 医疗纠纷预防和处理条例 40 5个工作日 V 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
medicalOfficeMediation 医疗纠纷预防和处理条例 40 30个工作日 V 2026-03-30 2026-06-11 2026-11-13 2026-03-19 2028-04-07 2028-04-11 2027-02-11
trafficFinding 道路交通事故处理程序规定 62 10个工作日 V 2026-03-02 2026-05-14 2026-10-16 2026-02-13 2028-03-10 2028-03-14 2027-01-14
trafficFindingHitAndRun 道路交通事故处理程序规定 62 10个工作日 V 2026-03-02 2026-05-14 2026-10-16 2026-02-13 2028-03-10 2028-03-14 2027-01-14
trafficFindingAppraised 道路交通事故处理程序规定 62 5个工作日 V 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
trafficReviewRequest 道路交通事故处理程序规定 71 3个工作日 V 2026-02-13 2026-05-06 2026-10-08 2026-02-04 2028-03-01 2028-03-03 2027-01-05
trafficReviewForward 道路交通事故处理程序规定 72 2个工作日 V 2026-02-12 2026-04-30 2026-09-30 2026-02-03 2028-02-29 2028-03-02 2027-01-04
trafficReviewFile 道路交通事故处理程序规定 72 5个工作日 V 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
trafficAfterCommittee 道路交通事故处理程序规定 85 3个工作日 V 2026-02-13 2026-05-06 2026-10-08 2026-02-04 2028-03-01 2028-03-03 2027-01-05
trafficMediationRequest 道路交通事故处理程序规定 86 10个工作日 V 2026-03-02 2026-05-14 2026-10-16 2026-02-13 2028-03-10 2028-03-14 2027-01-14
preservationSuit 民事诉讼法 104 30天 V 2026-03-12 2026-05-28 2026-10-28 2026-03-02 2028-03-28 2028-03-30 2027-02-01
complaintCopy 民事诉讼法 128 5天 V 2026-02-24 2026-05-06 2026-10-08 2026-02-05 2028-03-03 2028-03-06 2027-01-05
defence 民事诉讼法 128 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-24 2028-03-13 2028-03-15 2027-01-15
defenceCopy 民事诉讼法 128 5天 V 2026-02-24 2026-05-06 2026-10-08 2026-02-05 2028-03-03 2028-03-06 2027-01-05
appealTrial 民事诉讼法 183 3个月 V 2026-05-11 2026-07-28 2026-12-28 2026-04-30 2028-05-29 2028-05-29 2027-03-31
rulingAppealTrial 民事诉讼法 183 30天 V 2026-03-12 2026-05-28 2026-10-28 2026-03-02 2028-03-28 2028-03-30 2027-02-01
retrialRequest 民事诉讼法 216 6个月 V 2026-08-10 2026-10-28 2027-03-29 2026-07-31 2028-08-28 2028-08-29 2027-06-30
retrialRequestKnown 民事诉讼法 216 6个月 V 2026-08-10 2026-10-28 2027-03-29 2026-07-31 2028-08-28 2028-08-29 2027-06-30
enforcementStalled 民事诉讼法 237 6个月 V 2026-08-10 2026-10-28 2027-03-29 2026-07-31 2028-08-28 2028-08-29 2027-06-30
protectionOrderValidity 反家庭暴力法 30 6个月 V 2026-08-10 2026-10-28 2027-03-28 2026-07-31 2028-08-27 2028-08-29 2027-06-30
protectionOrderReview 反家庭暴力法 31 5天 V 2026-02-24 2026-05-06 2026-10-08 2026-02-05 2028-03-03 2028-03-06 2027-01-05
arbitrationSetAside 仲裁法 72 3个月 V2 2026-05-11 2026-07-28 2026-12-28 2026-04-30 2028-05-29 2028-05-29 2027-03-31
administrativeSuit 行政诉讼法 46 6个月 V 2026-08-10 2026-10-28 2027-03-29 2026-07-31 2028-08-28 2028-08-29 2027-06-30
administrativeSuitLimitRealEstate 行政诉讼法 46 240个月 V 2046-02-12 2046-04-30 2046-09-28 2046-01-31 2048-02-27 2048-03-02 2046-12-31
administrativeSuitLimit 行政诉讼法 46 60个月 V 2031-02-10 2031-04-28 2031-09-29 2031-01-31 2033-02-28 2033-02-28 2031-12-31
reconsiderationSuit 行政诉讼法 45 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-24 2028-03-13 2028-03-15 2027-01-15
reconsiderationSilentSuit 行政诉讼法 45 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-24 2028-03-13 2028-03-15 2027-01-15
dutyPerformance 行政诉讼法 47 2个月 V 2026-04-10 2026-06-28 2026-11-28 2026-03-31 2028-04-27 2028-04-29 2027-02-28
administrativeTrial 行政诉讼法 81 6个月 V 2026-08-10 2026-10-28 2027-03-29 2026-07-31 2028-08-28 2028-08-29 2027-06-30
administrativeSimplifiedTrial 行政诉讼法 83 45天 V 2026-03-27 2026-06-12 2026-11-12 2026-03-17 2028-04-12 2028-04-14 2027-02-15
administrativeJudgmentAppeal 行政诉讼法 85 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-24 2028-03-13 2028-03-15 2027-01-15
administrativeRulingAppeal 行政诉讼法 85 10天 V 2026-02-24 2026-05-08 2026-10-08 2026-02-10 2028-03-08 2028-03-10 2027-01-11
administrativeSuitUntold 行政诉讼法解释 64 12个月 V 2027-02-10 2027-04-28 2027-09-28 2027-02-01 2029-02-27 2029-02-28 2027-12-31
dutySuit 行政诉讼法解释 66 6个月 V 2026-08-10 2026-10-28 2027-03-29 2026-07-31 2028-08-28 2028-08-29 2027-06-30
reconsiderationUntold 行政复议法 20 12个月 V 2027-02-10 2027-04-28 2027-09-28 2027-02-01 2029-02-27 2029-02-28 2027-12-31
reconsiderationForward 行政复议法 32 5个工作日 V 2026-02-24 2026-05-08 2026-10-10 2026-02-06 2028-03-03 2028-03-07 2027-01-07
reconsiderationRequiredSuit 行政复议法 34 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-02-24 2028-03-13 2028-03-15 2027-01-15
legalAidObjection 法律援助法 49 5天 V 2026-02-15 2026-05-03 2026-10-03 2026-02-05 2028-03-03 2028-03-05 2027-01-05
compensationDecision 国家赔偿法 13 2个月 V 2026-04-10 2026-06-28 2026-11-28 2026-03-31 2028-04-27 2028-04-29 2027-02-28
compensationNotice 国家赔偿法 13 10天 V 2026-02-20 2026-05-08 2026-10-08 2026-02-10 2028-03-08 2028-03-10 2027-01-10
compensationSilentSuit 国家赔偿法 14 3个月 V 2026-05-11 2026-07-28 2026-12-28 2026-04-30 2028-05-29 2028-05-29 2027-03-31
compensationSuit 国家赔偿法 14 3个月 V 2026-05-11 2026-07-28 2026-12-28 2026-04-30 2028-05-29 2028-05-29 2027-03-31
compensationLimitation 国家赔偿法 39 24个月 V 2028-02-10 2028-04-28 2028-09-28 2028-01-31 2030-02-27 2030-02-28 2029-01-01
`;
const starts = ['2026-02-10', '2026-04-28', '2026-09-28', '2026-01-31', '2028-02-27', '2028-02-29', '2026-12-31'];
type Row = [
  kind: string,
  law: string,
  article: string,
  length: string,
  status: string,
  days: string[],
  more: string | undefined,
];
const rows = statute
  .trim()
  .split('\n')
  .map((line): Row => {
    const [kind = '', law = '', article = '', length = '', status = '', ...days] = line.split(' ');
    return [kind, law, article, length, status, days.slice(0, 7), days[7]];
  });

const last = (rule: ClockRule, start: string, extensions: Extension[] = []) => {
  const { dueAt } = computeDue(rule, calendar, atTime(start, '23:59:59'), [], extensions);
  return dueAt && dueDay(dueAt);
};

/** As much as one approval may give. */
function most({ extension }: ClockRule): Extension[] {
  if (!extension?.length) return [];
  const { length, unit, by } = extension;
  return [{ length, unit, reason: '案情复杂', plan: '', approvedBy: by, at: atTime('2026-02-20', '09:00') }];
}

test.each(rows)('%s under %s article %s is %s [%s]', (kind, law, article, length, status, days, more) => {
  const clock = statutoryClocks.get(kind);
  if (!clock) throw new Error(`no clock ${kind}`);
  expect(clock.law).toContain(law);
  expect(clock.article).toBe(article);
  expect(spokenLength(clock.rule.length, clock.rule.unit)).toBe(length);
  expect(clock.rule.status).toBe(status);
  expect(starts.map((start) => last(clock.rule, start))).toEqual(days);
  expect(most(clock.rule).length).toBe(more ? 1 : 0);
  if (more) expect(last(clock.rule, '2026-02-10', most(clock.rule))).toBe(more);
});

test.each([
  ['protectionOrder', '2026-12-30T10:20', '2027-01-02T11:00'],
  ['urgentProtectionOrder', '2026-12-31T23:59', '2027-01-02T00:00'],
  ['preservationRuling', '2026-12-31T10:20', '2027-01-02T11:00'],
])('%s runs by the hour through holidays', (kind, start, due) => {
  const clock = statutoryClocks.get(kind);
  const source = kind === 'preservationRuling' ? ['民事诉讼法', '104'] : ['反家庭暴力法', '28'];
  expect([clock?.law, clock?.article, clock?.rule.status]).toEqual([...source, 'V']);
  expect(clock && computeDue(clock.rule, calendar, new Date(`${start}+08:00`)).dueAt).toEqual(new Date(`${due}+08:00`));
});

test('no statutory clock is left out of the tables above', () => {
  const named = [...rows.map(([kind]) => kind), 'protectionOrder', 'urgentProtectionOrder', 'preservationRuling'];
  // Counted back from a hearing: waits/statutory.test.ts has their days.
  named.push('laborHearingNotice', 'laborHearingPostponement');
  expect([...statutoryClocks.keys()].toSorted()).toEqual(named.toSorted());
});

test('time that a law leaves out is a ground on which its clock may be stopped, and there is no other', () => {
  const grounds = [...statutoryClocks.values()].flatMap(({ rule }) =>
    rule.pauseGrounds?.length ? [[rule.kind, ...rule.pauseGrounds]] : [],
  );
  expect(grounds).toEqual([
    ['medicalMediation', 'appraisal'],
    ['medicalOfficeMediation', 'appraisal'],
    ['laborLimitation', 'forceMajeure', 'otherObstacle'],
    ['laborWageLimitation', 'forceMajeure', 'otherObstacle'],
    ['enforcementRequest', 'forceMajeure', 'incapable', 'otherObstacle'],
    ['ordinaryTrial', 'forceMajeure', 'court'],
    ['simplifiedTrial', 'forceMajeure', 'court'],
    ['smallClaimTrial', 'forceMajeure', 'court'],
    ['appealTrial', 'forceMajeure', 'court'],
    ['rulingAppealTrial', 'forceMajeure', 'court'],
    ['civilLimitation', 'forceMajeure', 'incapable', 'otherObstacle'],
    ['reconsiderationRequest', 'forceMajeure', 'otherObstacle'],
    ['reconsiderationDecision', 'partyAbsent', 'forceMajeure', 'otherUnit', 'court', 'agreement'],
    ['simpleReconsiderationDecision', 'partyAbsent', 'forceMajeure', 'otherUnit', 'court', 'agreement'],
    ['petitionRecheck', 'hearing'],
    ['notarization', 'forceMajeure', 'material', 'otherUnit'],
    ['administrativeSuit', 'forceMajeure', 'otherObstacle'],
    ['reconsiderationSuit', 'forceMajeure', 'otherObstacle'],
    ['reconsiderationSilentSuit', 'forceMajeure', 'otherObstacle'],
    ['administrativeTrial', 'forceMajeure', 'otherUnit', 'court'],
    ['administrativeSimplifiedTrial', 'forceMajeure', 'otherUnit', 'court'],
    ['administrativeSuitUntold', 'forceMajeure', 'otherObstacle'],
    ['dutySuit', 'forceMajeure', 'otherObstacle'],
    ['landDecisionSuit', 'forceMajeure', 'otherObstacle'],
    ['forestDecisionSuit', 'forceMajeure', 'otherObstacle'],
    ['compensationLimitation', 'forceMajeure', 'otherObstacle'],
  ]);
});

// Who approves, how far, in which unit, how often; 20 is the most a form can say and stands for no number in the law.
const excused = '因正当理由耽误的，障碍消除后十日内申请，法院准许（民事诉讼法第86条）';
const hindered = '其他特殊情况耽误的，障碍消除后十日内申请，法院准许（行政诉讼法第48条）';
test('what a law lets be extended, and by whom', () => {
  const extensions = [...statutoryClocks.values()].flatMap(({ rule: { kind, extension } }) =>
    extension ? [`${kind} ${extension.length} ${extension.unit} ${extension.times} ${extension.by}`] : [],
  );
  expect(extensions).toEqual([
    'medicalMediation null workingDay 20 调委会和医患双方约定',
    'laborAward 15 naturalDay 1 仲裁委员会主任批准，书面通知当事人',
    'landAward 30 naturalDay 1 仲裁委员会主任批准，书面通知当事人',
    'entrustedOrdinary 30 naturalDay 1 双方同意',
    'entrustedSimplified 30 naturalDay 1 双方同意',
    `confirmationRequest null naturalDay 20 ${excused}`,
    'specialProcedure null naturalDay 20 本院院长批准',
    'ordinaryTrial 6 month 1 本院院长批准',
    'simplifiedTrial 1 month 1 本院院长批准',
    'smallClaimTrial 1 month 1 本院院长批准',
    `judgmentAppeal null naturalDay 20 ${excused}`,
    `rulingAppeal null naturalDay 20 ${excused}`,
    `defence null naturalDay 20 ${excused}`,
    'appealTrial null month 20 本院院长批准',
    'confirmationDecision 10 naturalDay 1 本院院长批准',
    `protectionOrderReview null naturalDay 20 ${excused}`,
    'reconsiderationSupplement null workingDay 20 有正当理由，复议机关同意',
    'reconsiderationDecision 30 naturalDay 1 复议机构负责人批准，书面告知当事人',
    'petitionHandling 30 naturalDay 1 本机关、单位负责人批准，告知信访人',
    `administrativeSuit null month 20 ${hindered}`,
    `reconsiderationSuit null naturalDay 20 ${hindered}`,
    `reconsiderationSilentSuit null naturalDay 20 ${hindered}`,
    'administrativeTrial null month 20 高级人民法院批准',
    `administrativeJudgmentAppeal null naturalDay 20 ${excused}`,
    `administrativeRulingAppeal null naturalDay 20 ${excused}`,
    `administrativeSuitUntold null month 20 ${hindered}`,
    `dutySuit null month 20 ${hindered}`,
    `landDecisionSuit null naturalDay 20 ${hindered}`,
    `forestDecisionSuit null naturalDay 20 ${hindered}`,
  ]);
  expect(statutoryClocks.get('laborAward')?.rule.extension?.needsPlan).toBe(false);
});

test('a limit of law says what starts it, whom it binds, since when it holds, and warns by a fifth', () => {
  expect(statutoryClocks.get('confirmationRequest')).toEqual({
    rule: {
      kind: 'confirmationRequest',
      label: '申请司法确认',
      length: 30,
      unit: 'naturalDay',
      countFirstDay: false,
      rollHoliday: true,
      warnBefore: { length: 6, unit: 'naturalDay' },
      basis: '民事诉讼法第205条',
      status: 'V',
      startEvent: '调解协议生效',
      binds: 'party',
      who: '双方当事人共同',
      pauseGrounds: [],
      extension: { length: null, unit: 'naturalDay', times: 20, by: excused, needsPlan: false },
      effectiveFrom: '2024-01-01',
    },
    law: '民事诉讼法',
    article: '205',
    note: '人民调解法第33条同',
    body: '人民法院',
    atMost: false,
    anew: false,
    suspension: null,
    before: false,
  });
  const warnings = [
    'confirmationAcceptance',
    'ordinaryTrial',
    'simplifiedTrial',
    'protectionOrder',
    'notarization',
    'smallClaimTrial',
  ];
  expect(warnings.map((kind) => statutoryClocks.get(kind)?.rule.warnBefore)).toEqual([
    { length: 1, unit: 'naturalDay' },
    { length: 30, unit: 'naturalDay' },
    { length: 18, unit: 'naturalDay' },
    { length: 14, unit: 'hour' },
    { length: 3, unit: 'workingDay' },
    { length: 12, unit: 'naturalDay' },
  ]);
});

test('ours are what mediators and offices of the center keep; courts and boards are others; rights are the parties’', () => {
  const kinds = (binds: string) =>
    [...statutoryClocks.values()].filter(({ rule }) => rule.binds === binds).map(({ rule }) => rule.kind);
  expect(kinds('ours')).toEqual([
    'peopleMediation',
    'medicalMediation',
    'laborMediation',
    'entrustedOrdinary',
    'entrustedSimplified',
    'petitionTransfer',
    'petitionNotice',
    'petitionObjection',
    'petitionHandling',
  ]);
  expect(kinds('party')).toEqual([
    'laborLimitation',
    'laborWageLimitation',
    'laborAnswer',
    'laborHearingPostponement',
    'laborWorkerSuit',
    'laborSetAside',
    'laborSuitAfterSetAside',
    'laborSuit',
    'laborReview',
    'laborInspectionComplaint',
    'landLimitation',
    'landAnswer',
    'landSuit',
    'confirmationRequest',
    'enforcementRequest',
    'judgmentAppeal',
    'rulingAppeal',
    'paymentOrderAnswer',
    'preservationSuit',
    'defence',
    'retrialRequest',
    'retrialRequestKnown',
    'civilLimitation',
    'protectionOrderValidity',
    'protectionOrderReview',
    'arbitrationSetAside',
    'reconsiderationRequest',
    'reconsiderationUntold',
    'reconsiderationLimitRealEstate',
    'reconsiderationLimit',
    'reconsiderationRequiredSuit',
    'reconsiderationSupplement',
    'petitionReviewRequest',
    'petitionRecheckRequest',
    'administrativeSuit',
    'administrativeSuitLimitRealEstate',
    'administrativeSuitLimit',
    'reconsiderationSuit',
    'reconsiderationSilentSuit',
    'administrativeJudgmentAppeal',
    'administrativeRulingAppeal',
    'administrativeSuitUntold',
    'dutySuit',
    'landDecisionSuit',
    'forestDecisionSuit',
    'compensationSilentSuit',
    'compensationSuit',
    'compensationLimitation',
    'trafficReviewRequest',
    'trafficAfterCommittee',
    'trafficMediationRequest',
  ]);
  expect(kinds('other')).toHaveLength(statutoryClocks.size - 60);
});

test('each law holds since the day it or the version we read came into force', () => {
  const since = new Map([...statutoryClocks.values()].map(({ law, rule }) => [law, rule.effectiveFrom]));
  expect(Object.fromEntries(since)).toEqual({
    '人民调解工作若干规定（司法部令第75号）': '2002-11-01',
    医疗纠纷预防和处理条例: '2018-10-01',
    劳动争议调解仲裁法: '2008-05-01',
    劳动人事争议仲裁办案规则: '2017-07-01',
    劳动保障监察条例: '2004-12-01',
    农村土地承包经营纠纷调解仲裁法: '2010-01-01',
    最高人民法院关于人民法院特邀调解的规定: '2016-07-01',
    民事诉讼法: '2024-01-01',
    '司法确认程序若干规定（法释〔2011〕5号）': '2011-03-30',
    民法典: '2021-01-01',
    反家庭暴力法: '2016-03-01',
    行政复议法: '2024-01-01',
    信访工作条例: '2022-05-01',
    法律援助法: '2022-01-01',
    公证法: '2006-03-01',
    仲裁法: '2026-03-01',
    行政诉讼法: '2017-07-01',
    '行政诉讼法解释（法释〔2018〕1号）': '2018-02-08',
    土地管理法: '2020-01-01',
    森林法: '2020-07-01',
    国家赔偿法: '2013-01-01',
    道路交通事故处理程序规定: '2018-05-01',
  });
});

// The same starts as above, in two digits of the year.
test.each([
  ['accept', '当天', 'G', '26-02-10 26-04-28 26-09-28 26-01-31 28-02-27 28-02-29 26-12-31'],
  ['deploy', '当天', 'V2', '26-02-10 26-04-28 26-09-28 26-01-31 28-02-27 28-02-29 26-12-31'],
  ['acknowledge', '当天', 'V2', '26-02-10 26-04-28 26-09-28 26-01-31 28-02-27 28-02-29 26-12-31'],
  ['report', '3天', 'V2', '26-02-13 26-05-01 26-10-01 26-02-03 28-03-01 28-03-03 27-01-03'],
  ['handle', '7天', 'V2', '26-02-17 26-05-05 26-10-05 26-02-07 28-03-05 28-03-07 27-01-07'],
  ['handleSimple', '7天', 'V2', '26-02-17 26-05-05 26-10-05 26-02-07 28-03-05 28-03-07 27-01-07'],
  ['handleComplex', '1个月', 'V2', '26-03-10 26-05-28 26-10-28 26-02-28 28-03-27 28-03-29 27-01-31'],
  ['mediation', '1个月', 'V2', '26-03-10 26-05-28 26-10-28 26-02-28 28-03-27 28-03-29 27-01-31'],
  ['verify', '2个工作日', 'G', '26-02-12 26-04-30 26-09-30 26-02-03 28-02-29 28-03-02 27-01-04'],
  ['returnVisit', '7天', 'G', '26-02-17 26-05-05 26-10-05 26-02-07 28-03-05 28-03-07 27-01-07'],
  ['strikeOff', '15天', 'G', '26-02-25 26-05-13 26-10-13 26-02-15 28-03-13 28-03-15 27-01-15'],
  ['materials', '10个工作日', 'G', '26-03-02 26-05-14 26-10-16 26-02-13 28-03-10 28-03-14 27-01-14'],
  ['supervisionReply', '1个工作日', 'G', '26-02-11 26-04-29 26-09-29 26-02-02 28-02-28 28-03-01 27-01-01'],
] as const)('the default %s limit is %s [%s] and ends on %s', (name, length, status, days) => {
  const rule = defaultClockRules[name];
  expect(spokenLength(rule.length, rule.unit)).toBe(length);
  expect(rule.status).toBe(status);
  expect(starts.map((start) => last(rule, start)?.slice(2)).join(' ')).toBe(days);
});

test('13710 asks for a dated plan where a month is not enough; a week more for ordinary matters is ours', () => {
  const { handle, handleSimple, handleComplex, report, mediation, verify } = defaultClockRules;
  expect(handle.extension).toEqual({ length: 7, unit: 'naturalDay', times: 1, by: '中心负责人', needsPlan: false });
  expect(handleSimple.extension).toBe(undefined);
  expect(handleComplex.extension).toEqual({
    length: null,
    unit: 'naturalDay',
    times: 3,
    by: '中心负责人',
    needsPlan: true,
  });
  expect(last(handle, '2026-02-10', most(handle))).toBe('2026-02-24');
  const all = ['material', 'appraisal', 'court', 'otherUnit', 'partyAbsent', 'forceMajeure'];
  expect([handle, handleSimple, handleComplex, report, mediation].map(({ pauseGrounds }) => pauseGrounds)).toEqual(
    Array.from({ length: 5 }, () => all),
  );
  expect(verify.pauseGrounds).toBe(undefined);
});

test('no default is missing from the table above, and each clock has its kind', () => {
  expect(Object.keys(defaultClockRules)).toHaveLength(14);
  expect(clockKinds).toHaveLength(12);
});

test('every rule, of law or of ours, is one a county could have typed, but for the grounds that only laws name', () => {
  const ofLaw = [...statutoryClocks.values()].map(({ rule }) => ({
    ...rule,
    pauseGrounds: (rule.pauseGrounds ?? []).filter((ground) => Value.Check(PauseGround, ground)),
  }));
  const rules = [...Object.values(defaultClockRules), ...ofLaw];
  expect(rules.filter((rule) => !Value.Check(ClockRule, rule))).toEqual([]);
  expect(Value.Check(ClockRule, { ...defaultClockRules.handle, length: 0 })).toBe(false);
  expect(Value.Check(ClockRule, { ...defaultClockRules.handle, blink: true })).toBe(false);
});

test('what is ours says so, and what came second hand is never marked as read', () => {
  for (const rule of Object.values(defaultClockRules)) {
    expect(rule.status).not.toBe('V');
    expect(rule.basis).toMatch(rule.status === 'G' ? /没有(统一)?规定/ : /缺省|司法部令第75号/);
  }
});
