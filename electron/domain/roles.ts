/** Roles a person may hold (角色); what each may do stands in `engine/access.ts`. */

export const ROLES = [
  'clerk', // 办公室文书
  'divisionHead', // 处室负责人
  'officeReviewer', // 办公室审核
  'leaderInCharge', // 分管领导
  'administrator', // 系统管理员
  'auditor', // 审计员
] as const;

export type Role = (typeof ROLES)[number];
