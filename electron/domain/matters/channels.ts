/** Where matters are published: the channels of documents and the platforms that the plan names. 条例第二十三条; 实施方案一（二）、二（二）. */

import { CHANNELS, WEB_CHANNELS } from '../publication.ts';

/** 信用中国（辽宁）, 国家企业信用信息公示系统（辽宁）, 辽宁政务服务网 */
export const PLATFORMS = ['creditChina', 'publicitySystem', 'serviceNet'] as const;
export const MATTER_CHANNELS: readonly string[] = [...CHANNELS, ...PLATFORMS];

/** Channels that are an address on the web. */
export const MATTER_WEB_CHANNELS: readonly string[] = [...WEB_CHANNELS, ...PLATFORMS];
