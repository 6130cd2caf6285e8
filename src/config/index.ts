export { findNearest } from './nearest.ts'
export { type GivenSettings, type Resolved, resolveSettings } from './resolve.ts'
export { envName, type SettingKey, type Settings, settingKeys, settings } from './settings.ts'
export { parseSettingsFile } from './toml.ts'
