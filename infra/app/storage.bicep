// One storage account: no keys, no public blobs, TLS 1.2; what is deleted or overwritten can be had back. Its containers, tables and queues, what becomes of old blobs,
// who reaches it over the network, and the log of who did what.
import { Reach } from 'types.bicep'

param name string
param location string

@description('Copies: Standard_LRS, Standard_ZRS or Standard_GZRS.')
param redundancy string

@description('Containers whose blobs change or come and go.')
param containers string[] = []

@description('Containers whose blobs are written once (If-None-Match in the app) and may not change afterwards, whoever asks.')
param writeOnceContainers string[] = []

@description('Days for which a blob of those cannot be deleted. Once there is a policy it can never be overwritten.')
param writeOnceDays int = 1

@description('Whether those policies are locked. A locked one takes no other command than to be lengthened, so the template then leaves it alone.')
param writeOnceLocked bool = false

param tables string[] = []
param queues string[] = []

@description('Rules of the lifecycle, as Azure has them.')
param lifecycle array

param reach Reach

@description('Subnet that passes too; empty for none.')
param subnet string = ''

param workspaceId string

@description('Categories of operations that are logged, of StorageRead, StorageWrite, StorageDelete.')
param logged string[]

@description('How long a link may be valid, d.hh:mm:ss.')
param longestLink string = '00.01:00:00'

@description('Whether Defender scans the account. Its scanner comes through a closed network by a rule that it writes itself, and that every deployment without the rule would take away.')
param scanned bool = false

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    // Blobs can be copied here only from accounts of the same directory.
    allowedCopyScope: 'AAD'
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // A longer link is somebody's mistake and shows in the log.
    sasPolicy: { sasExpirationPeriod: longestLink, expirationAction: 'Log' }
    publicNetworkAccess: reach.public ? 'Enabled' : 'Disabled'
    networkAcls: {
      defaultAction: reach.restricted ? 'Deny' : 'Allow'
      bypass: reach.platform ? 'AzureServices' : 'None'
      ipRules: [for address in reach.addresses: { value: address, action: 'Allow' }]
      virtualNetworkRules: empty(subnet) ? [] : [{ id: subnet, action: 'Allow' }]
      resourceAccessRules: scanned && reach.restricted
        ? [
            {
              tenantId: tenant().tenantId
              resourceId: subscriptionResourceId('Microsoft.Security/datascanners', 'StorageDataScanner')
            }
          ]
        : []
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: 30 }
      containerDeleteRetentionPolicy: { enabled: true, days: 30 }
    }

    resource container 'containers' = [for item in containers: { name: item, properties: { publicAccess: 'None' } }]

    resource writeOnce 'containers' = [for item in writeOnceContainers: { name: item, properties: { publicAccess: 'None' } }]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [for item in tables: { name: item }]
  }

  resource queueService 'queueServices' = {
    name: 'default'

    resource queue 'queues' = [for item in queues: { name: item }]
  }
}

// On the container, not on versions: by version an overwrite would succeed, as a new version that hides the old, and links go by name. Not locked: whoever administers
// the account may still shorten or remove it. Locking is one irreversible command, given after the first year is accepted (README, Operations).
resource kept 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2026-06-01' = [
  for (item, i) in writeOnceContainers: if (!writeOnceLocked) {
    parent: account::blobs::writeOnce[i]
    name: 'default'
    properties: { immutabilityPeriodSinceCreationInDays: writeOnceDays, allowProtectedAppendWrites: false }
  }
]

resource ageing 'Microsoft.Storage/storageAccounts/managementPolicies@2026-06-01' = {
  parent: account
  name: 'default'
  properties: { policy: { rules: lifecycle } }
  dependsOn: [account::blobs]
}

// Here and below: the version the rule asks for is the only stable one and older, without categories.
#disable-next-line use-recent-api-versions
resource accountMetrics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: account
  properties: { workspaceId: workspaceId, metrics: [{ category: 'Transaction', enabled: true }] }
}

#disable-next-line use-recent-api-versions
resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: account::blobs
  properties: {
    workspaceId: workspaceId
    logs: [for category in logged: { category: category, enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

#disable-next-line use-recent-api-versions
resource tableLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: account::tableService
  properties: {
    workspaceId: workspaceId
    // Reading a table is what the app does all day; what changed it is what anybody will ask for.
    logs: [for category in filter(logged, c => c != 'StorageRead'): { category: category, enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

#disable-next-line use-recent-api-versions
resource queueLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: account::queueService
  properties: {
    workspaceId: workspaceId
    // A queue is asked every few seconds whether it holds anything.
    logs: [for category in filter(logged, c => c != 'StorageRead'): { category: category, enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}
