/** Every page of every role in English. */
import { walkPages } from './pages.ts';

walkPages('en');
