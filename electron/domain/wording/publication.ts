/** Words of posting, withdrawal and interpretation. */

import { catalogue } from './catalogue.ts';

export const publicationWording = catalogue(
  {
    'channel.website': '门户网站',
    'channel.gazette': '政府公报',
    'channel.newMedia': '政务新媒体',
    'channel.pressConference': '新闻发布会',
    'channel.board': '公告栏',
    'channel.other': '其他',
    'interpretationForm.chart': '图表',
    'interpretationForm.video': '音视频',
    'interpretationForm.text': '文字',
    'interpretationForm.questions': '问答',
    'interpretationForm.pressConference': '新闻发布会',
    'interpretationForm.other': '其他',

    'interpretation.titleMissing': '请填写解读标题。',
    'interpretation.formMissing': '请选择解读形式。',
    'publication.voided': '文件已作废。',
    'publication.notProactive': '公开属性为“{attribute:attribute}”的文件不得上网公开。',
    'publication.notReviewed': '没有有效的保密审查（{stage:stage}），不得公开。',
    'publication.beforeApproval': '公开日期早于审查通过之日{day:day}。先审查、后公开。',
    'publication.otherChannel': '保密审查针对的渠道是“{channel:channel}”，改用其他渠道须重新审查。',
    'publication.proofreadingMissing':
      '涉及党和国家领导人信息，处室负责人须对本版本校对 {required} 次，现有 {done} 次。',
    'publication.interpretationMissing': '规范性文件须与解读同步公开。没有解读的，写明例外理由，至少 {least} 个字。',
    'publication.interpretationLater':
      '解读发布于{day:day}，晚于文件公开日期。未同步的，写明例外理由，至少 {least} 个字。',
    'publication.notYours': '按本局设定，公开由{setting:settingChoice}登记。',
    'publication.channelMissing': '请选择公开渠道。',
    'publication.urlMissing': '请填写公开网址。',
    'publication.urlBad': '网址须以 http:// 或 https:// 开头，且写全域名，不含空格。',
    'publication.postedOnMissing': '请填写公开日期。',
    'publication.inFuture': '公开日期{day:day}尚未到来。',
    'publication.beforeSigning': '公开日期早于签发日期{day:day}。',
    'publication.lateReasonMissing': '应于{day:day}前公开，已逾期，请写明逾期原因。',
    'publication.withdrawnAlready': '这次公开已经登记撤回。',
    'publication.withdrawnOnMissing': '请填写下线日期。',
    'publication.withdrawnInFuture': '下线日期{day:day}尚未到来。',
    'publication.withdrawnBeforePosting': '下线日期早于公开日期{day:day}。',
    'publication.withdrawalReasonTooShort': '撤回原因至少写 {least} 个字。',
  },
  {
    'channel.website': 'Website',
    'channel.gazette': 'Government gazette',
    'channel.newMedia': 'Official social media',
    'channel.pressConference': 'Press conference',
    'channel.board': 'Notice board',
    'channel.other': 'Other',
    'interpretationForm.chart': 'Chart',
    'interpretationForm.video': 'Audio or video',
    'interpretationForm.text': 'Text',
    'interpretationForm.questions': 'Questions and answers',
    'interpretationForm.pressConference': 'Press conference',
    'interpretationForm.other': 'Other',

    'interpretation.titleMissing': 'Enter the title of the interpretation.',
    'interpretation.formMissing': 'Choose the form of the interpretation.',
    'publication.voided': 'The document is void.',
    'publication.notProactive': 'A document with the attribute “{attribute:attribute}” must not be posted.',
    'publication.notReviewed': 'There is no valid confidentiality review ({stage:stage}), so it must not be posted.',
    'publication.beforeApproval':
      'The posting day is before the review was approved on {day:day}. Review comes before disclosure.',
    'publication.otherChannel':
      'The review covers the channel “{channel:channel}”. Another channel needs a new review.',
    'publication.proofreadingMissing':
      'The document names Party or State leaders. The division head must proof-read this version {required} {required|time|times}; rounds done so far: {done}.',
    'publication.interpretationMissing':
      'A normative document goes out together with its interpretation. Without one, state the exception, in at least {least} characters.',
    'publication.interpretationLater':
      'The interpretation came out on {day:day}, after the posting day. State the exception, in at least {least} characters.',
    'publication.notYours': 'By the bureau’s setting, postings are recorded by: {setting:settingChoice}.',
    'publication.channelMissing': 'Choose the channel.',
    'publication.urlMissing': 'Enter the web address.',
    'publication.urlBad': 'The address must begin with http:// or https://, name the full host and hold no blanks.',
    'publication.postedOnMissing': 'Enter the day of posting.',
    'publication.inFuture': 'The day of posting, {day:day}, has not come yet.',
    'publication.beforeSigning': 'The day of posting is before the day of signing, {day:day}.',
    'publication.lateReasonMissing': 'It was due on {day:day} and is late. State the reason.',
    'publication.withdrawnAlready': 'The withdrawal of this posting is already recorded.',
    'publication.withdrawnOnMissing': 'Enter the day of the take-down.',
    'publication.withdrawnInFuture': 'The day of the take-down, {day:day}, has not come yet.',
    'publication.withdrawnBeforePosting': 'The day of the take-down is before the day of posting, {day:day}.',
    'publication.withdrawalReasonTooShort': 'The reason for the withdrawal needs at least {least} characters.',
  },
);
