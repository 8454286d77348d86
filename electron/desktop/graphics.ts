/** Draws by software where the graphics card was of no use before: each failed try holds the first page up by half a second. */
import { app } from 'electron';
import type { PreferenceStore } from './preferences.ts';

/** Must run before the application is ready. A new version of the program tries the card again. */
export function chooseGraphics(preferences: PreferenceStore): void {
  const version = app.getVersion();
  if (preferences.get().cardUselessUnder === version) {
    app.disableHardwareAcceleration();
    return;
  }
  app.on('gpu-info-update', () => {
    const isUseless = app.getGPUFeatureStatus().gpu_compositing.startsWith('disabled');
    const cardUselessUnder = isUseless ? version : null;
    if (preferences.get().cardUselessUnder !== cardUselessUnder) preferences.change({ cardUselessUnder });
  });
}
