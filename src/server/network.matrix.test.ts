import { clueEndpoints } from './clues.matrix.ts';
import { deliveryEndpoints } from './delivery.matrix.ts';
import { doorEndpoints } from './doors.matrix.ts';
import { importEndpoints } from './imports.matrix.ts';
import { linkingEndpoints } from './linking.matrix.ts';
import { mediationEndpoints } from './mediation.matrix.ts';
import { networkEndpoints } from './network.matrix.ts';
import { scanEndpoints } from './scans.matrix.ts';
import { supervisionEndpoints } from './supervision.matrix.ts';
import { taskEndpoints } from './tasks.matrix.ts';
import { templateEndpoints } from './templates.matrix.ts';
import { testDoors } from './testing/doors.ts';

testDoors({
  endpoints: [
    ...networkEndpoints,
    ...deliveryEndpoints,
    ...clueEndpoints,
    ...linkingEndpoints,
    ...mediationEndpoints,
    ...importEndpoints,
    ...supervisionEndpoints,
    ...scanEndpoints,
    ...taskEndpoints,
    ...doorEndpoints,
    ...templateEndpoints,
  ],
  tags: [
    ...[
      '网络 network',
      '日历 calendar',
      '督办 supervision',
      '专班任务 tasks',
      '法律的门 doors',
      '合并办理 linking',
      '调解组织 mediation',
      '文书样式 paper templates',
      '导入 imports',
      '停机备用 paper',
      '线索 clues',
      '送达 deliveries',
      '派单裁定 rulings',
      '后台工作 jobs',
    ],
  ],
  // Categories and the calendar are the city's.
  units: { systemAdmin: '140100-center' },
});
