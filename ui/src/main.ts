/** The window that is shipped: the screens over the real app. */

import { TauriBackend } from '$lib/backend/tauri';

import { openWindow } from './window';

void openWindow(new TauriBackend());
