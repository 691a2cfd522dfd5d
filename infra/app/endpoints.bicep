// Private addresses of one account, one a service.
param account string
param location string
param subnet string

@description('The services, each with the zone where its address is told: { service, id }.')
param zones array

resource target 'Microsoft.Storage/storageAccounts@2026-06-01' existing = { name: account }

resource endpoints 'Microsoft.Network/privateEndpoints@2026-03-01' = [
  for zone in zones: {
    name: '${account}-${zone.service}'
    location: location
    properties: {
      subnet: { id: subnet }
      privateLinkServiceConnections: [
        { name: zone.service, properties: { privateLinkServiceId: target.id, groupIds: [zone.service] } }
      ]
    }
  }
]

resource told 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2026-03-01' = [
  for (zone, i) in zones: {
    parent: endpoints[i]
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: zone.service, properties: { privateDnsZoneId: zone.id } }] }
  }
]
