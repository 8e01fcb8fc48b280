import { reassigningEndpoints } from './reassigning.matrix.ts';
import { testDoors } from './testing/doors.ts';

testDoors({
  endpoints: reassigningEndpoints,
  tags: ['移交 handovers', '机构调整 reorganizations', '常用语 phrases', '岗位表 posts'],
});
