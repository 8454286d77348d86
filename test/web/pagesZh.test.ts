/** Every page of every role in Chinese. */
import { walkPages } from './pages.ts';

walkPages('zh');
