/** Words of people, divisions, roles and passwords. */

import { catalogue } from './catalogue.ts';

export const peopleWording = catalogue(
  {
    'role.clerk': '办公室文书',
    'role.divisionHead': '处室负责人',
    'role.officeReviewer': '办公室审核',
    'role.leaderInCharge': '分管领导',
    'role.administrator': '系统管理员',
    'role.auditor': '审计员',

    'person.nameMissing': '请填写姓名。',
    'person.loginBad': '登录名须为 2 至 60 位的小写字母、数字、点、短横线或下划线，以字母或数字开头。',
    'person.loginTaken': '登录名“{login}”已有人使用。',
    'person.divisionUnknown': '没有这个处室。',
    'person.ownRoles': '不能给自己增加角色。',
    'person.lastAdministrator': '这是最后一位系统管理员，不能停用或取消角色。',
    'division.nameMissing': '请填写处室名称。',
    'division.nameTaken': '已有名为“{name}”的处室。',
    'password.tooShort': '密码至少 {least} 位。',
    'password.tooLong': '密码最多 {most} 位。',
    'password.tooPlain': '密码过于简单，请多用几种不同的字符。',
    'password.tooCommon': '这个密码太常见，请另选。',
    'password.namesPerson': '密码中不要含有姓名或登录名。',
    'password.same': '新密码与原密码相同。',
  },
  {
    'role.clerk': 'Clerk of the General Office',
    'role.divisionHead': 'Division head',
    'role.officeReviewer': 'Reviewer of the General Office',
    'role.leaderInCharge': 'Leader in charge',
    'role.administrator': 'System administrator',
    'role.auditor': 'Auditor',

    'person.nameMissing': 'Enter the name.',
    'person.loginBad':
      'A login has 2 to 60 lower-case letters, digits, dots, hyphens or underscores and begins with a letter or digit.',
    'person.loginTaken': 'The login “{login}” is taken.',
    'person.divisionUnknown': 'There is no such division.',
    'person.ownRoles': 'You cannot add roles to yourself.',
    'person.lastAdministrator': 'This is the last administrator, who cannot be deactivated or lose the role.',
    'division.nameMissing': 'Enter the name of the division.',
    'division.nameTaken': 'There is a division named “{name}” already.',
    'password.tooShort': 'The password needs at least {least} characters.',
    'password.tooLong': 'The password has at most {most} characters.',
    'password.tooPlain': 'The password is too simple. Use more different characters.',
    'password.tooCommon': 'This password is too common. Choose another.',
    'password.namesPerson': 'The password must not contain the name or the login.',
    'password.same': 'The new password is the same as the old one.',
  },
);
