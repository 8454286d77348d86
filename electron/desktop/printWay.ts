/** How this system prints: the file itself where a command takes it, else pictures of its pages. */
import { PRINT_WAYS, type PrintWay } from './bridge.ts';

export type PrintPlace = {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** So that each way can be tried on each system; a delivered program does not heed it. */
  readonly asked: string | undefined;
};

/** Linux and macOS have CUPS, whose `lp` takes a PDF; Windows has no such command. */
export function printWayOf({ platform, isPackaged, asked }: PrintPlace): PrintWay {
  const usual = platform === 'win32' ? 'pictures' : 'file';
  return isPackaged ? usual : (PRINT_WAYS.find((way) => way === asked) ?? usual);
}
