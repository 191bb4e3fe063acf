/** Models to look at: one that is asked, one that hardly fits, one that changed and an adapter; and two to fetch. */

import type { CatalogueModelView, InstalledModelView } from '$lib/backend/backend';
import { type FakeModelContent, MODELS } from '$lib/backend/fake-models';

const FOLDER = '/home/clinic/.local/share/sanad/models';

function installed(file: string, name: string): InstalledModelView {
  return {
    path: `${FOLDER}/${file}`,
    file,
    name,
    is_adapter: false,
    goes_with: [],
    origin: 'copied',
    facts: [
      {
        parameters: 7_615_616_512,
        quantisation: 'Q4_K',
        context_tokens: 32_768,
        architecture: 'qwen2',
        languages: ['en', 'ar'],
        licence: 'apache-2.0',
        has_template: true,
        bytes: 4_683_073_952,
        files: 1,
      },
    ],
    fit: [
      {
        verdict: 'fits',
        needed_bytes: 5_300_000_000,
        available_bytes: 11_800_000_000,
        smaller: '',
      },
    ],
    sha256: '3e357ab3eda2c442f25c0080bb8998eedc05fd16ce1728eacff9ccc5c3d240c6',
    identity: 'same',
    is_default: false,
    default_for: [],
    notices: [],
    failure: [],
    freed_bytes: 4_683_073_952,
    prepared_bytes: null,
    speed: [{ read: 41.2, written: 7.8 }],
  };
}

const USUAL: InstalledModelView = {
  ...installed('Qwen2.5-7B-Instruct-Q4_K_M.gguf', 'Qwen2.5-7B-Instruct'),
  is_default: true,
};

const TIGHT: InstalledModelView = {
  ...installed('silma-9b-instruct-v1.0.Q4_K_M.gguf', 'SILMA-9B-Instruct-v1.0'),
  path: '/media/clinic/STICK/silma-9b-instruct-v1.0.Q4_K_M.gguf',
  origin: 'in_place',
  identity: 'unknown',
  default_for: ['ar'],
  fit: [
    {
      verdict: 'tight',
      needed_bytes: 11_100_000_000,
      available_bytes: 11_800_000_000,
      smaller: '',
    },
  ],
  freed_bytes: 0,
};

const CHANGED: InstalledModelView = {
  ...installed('clinic.gguf', 'Clinic model'),
  sha256: '',
  identity: 'unknown',
  failure: [
    { code: 'model-changed', arguments: [{ name: 'path', value: `${FOLDER}/clinic.gguf` }] },
  ],
};

const ADAPTER: InstalledModelView = {
  ...installed('discharge.gguf', 'Discharge letters'),
  path: `${FOLDER}/adapters/discharge.gguf`,
  is_adapter: true,
  goes_with: ['Qwen2.5-7B-Instruct'],
  facts: [],
  fit: [],
  sha256: '',
  identity: 'unknown',
  freed_bytes: 42_000_000,
};

const SOURCE = 'https://huggingface.co/lmstudio-community/Qwen2.5-7B-Instruct-GGUF';

const GENERAL: CatalogueModelView = {
  id: 'qwen2.5-7b-instruct',
  name: 'Qwen2.5-7B-Instruct',
  publisher: 'Qwen',
  is_medical: false,
  parameters: 7_000_000_000,
  active_parameters: null,
  licence: 'apache-2.0',
  permits: 'any-use',
  licence_address: 'https://www.apache.org/licenses/LICENSE-2.0',
  languages: ['ar', 'en', 'fr'],
  files: [
    {
      name: 'Qwen2.5-7B-Instruct-Q4_K_M.gguf',
      quantisation: 'Q4_K_M',
      address: `${SOURCE}/resolve/main/Qwen2.5-7B-Instruct-Q4_K_M.gguf`,
      bytes: 4_683_073_952,
      is_exact: true,
      sha256: USUAL.sha256,
      memory_bytes: 5_318_800_000,
      verdict: ['fits'],
    },
  ],
  needs: [{ quantisation: 'Q8_0', bytes: 8_400_000_000 }],
  figures: [
    {
      benchmark: 'MedQA',
      language: 'ar',
      score: 41.2,
      unit: 'accuracy %',
      source: '2501.09825, Table 1',
    },
  ],
  sources: [SOURCE],
};

const MEDICAL: CatalogueModelView = {
  ...GENERAL,
  id: 'apollo2-7b',
  name: 'Apollo2-7B',
  publisher: 'FreedomIntelligence',
  is_medical: true,
  languages: ['ar', 'en', 'fr', 'he'],
  files: [
    {
      ...(GENERAL.files[0] as CatalogueModelView['files'][0]),
      name: 'Apollo2-7B.Q8_0.gguf',
      quantisation: 'Q8_0',
      address:
        'https://huggingface.co/mradermacher/Apollo2-7B-GGUF/resolve/main/Apollo2-7B.Q8_0.gguf',
      bytes: 8_100_000_000,
      is_exact: false,
      sha256: '',
      memory_bytes: 14_000_000_000,
      verdict: ['will_not_fit'],
    },
  ],
  figures: [],
};

export function models(): FakeModelContent {
  return {
    ...MODELS,
    models: { ...MODELS.models, installed: [USUAL, TIGHT, CHANGED, ADAPTER] },
    catalogue: { models: [MEDICAL, GENERAL], failure: [] },
    looked: { ...MODELS.looked, facts: USUAL.facts, fit: USUAL.fit },
  };
}
